import { contextBridge, ipcRenderer } from 'electron'
import { CALL_CHANNEL, eventChannel, isEventName } from '../shared/ipc/channels.ts'
import type { Bridge } from '../shared/ipc/contract.ts'

/**
 * The one small door between the window and main. Nothing of Electron passes it: a call goes down one channel, an event comes up under a
 * name the contract knows. Main checks every input; this script checks names only.
 */
const bridge: Bridge = {
  invoke: (route, input) => ipcRenderer.invoke(CALL_CHANNEL, route, input),
  on: (event, listener) => {
    if (!isEventName(event)) throw new Error(`no such event: ${String(event)}`)
    const forward = (_event: unknown, payload: unknown): void => listener(payload)
    const channel = eventChannel(event)
    ipcRenderer.on(channel, forward)
    return () => {
      ipcRenderer.off(channel, forward)
    }
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)
