import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { type Bridge, CHANNELS, type Pushes, pushChannel } from '../shared/api/bridge.ts'

/**
 * Sends a message and returns the answer of main. A message that cannot be cloned, such as one with
 * a function in it, is replaced by a Map, which main refuses in words like all data that is not
 * plain.
 */
function ask(channel: string, message: unknown) {
  return ipcRenderer.invoke(channel, message).catch(() => ipcRenderer.invoke(channel, new Map()))
}

const bridge: Bridge = {
  execute: command => ask(CHANNELS.execute, command),
  query: query => ask(CHANNELS.query, query),
  on<N extends keyof Pushes>(name: N, listener: (push: Pushes[N]) => void) {
    // Keep the event here: its sender would give the page a way around the bridge.
    const forward = (_event: IpcRendererEvent, push: Pushes[N]): void => listener(push)
    ipcRenderer.on(pushChannel(name), forward)
    return () => {
      ipcRenderer.off(pushChannel(name), forward)
    }
  },
}
contextBridge.exposeInMainWorld('escrowbook', bridge)
