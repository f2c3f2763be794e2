import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { type Bridge, CHANNELS, type Pushes, pushChannel } from '../shared/bridge.ts'

const bridge: Bridge = {
  execute: command => ipcRenderer.invoke(CHANNELS.execute, command),
  query: query => ipcRenderer.invoke(CHANNELS.query, query),
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
