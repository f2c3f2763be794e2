import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { type Bridge, CHANNELS, type Pushes, pushChannel } from '../shared/api/bridge.ts'

/**
 * Sends a message and gives what main answers. One that cannot be sent, for there is a function in
 * it, is answered too: a map goes in its place, which main refuses in words as it does all that is
 * no plain data.
 */
function ask(channel: string, message: unknown) {
  return ipcRenderer.invoke(channel, message).catch(() => ipcRenderer.invoke(channel, new Map()))
}

const bridge: Bridge = {
  execute: command => ask(CHANNELS.execute, command),
  query: query => ask(CHANNELS.query, query),
  on<N extends keyof Pushes>(name: N, listener: (push: Pushes[N]) => void) {
    // The event stays here: its sender would hand the page a way round the bridge.
    const forward = (_event: IpcRendererEvent, push: Pushes[N]): void => listener(push)
    ipcRenderer.on(pushChannel(name), forward)
    return () => {
      ipcRenderer.off(pushChannel(name), forward)
    }
  },
}
contextBridge.exposeInMainWorld('escrowbook', bridge)
