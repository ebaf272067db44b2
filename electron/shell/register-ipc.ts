import { type BrowserWindow, ipcMain } from 'electron'
import { err } from '../../shared/base/result.ts'
import { CALL_CHANNEL } from '../../shared/ipc/channels.ts'
import { FAULTS } from '../../shared/messages/shell.ts'
import type { Router } from '../ipc/router.ts'
import type { Log } from '../log.ts'
import { isOwnPage } from '../platform/request-rules.ts'

/** Puts the router behind the one channel; only the main frame of our window, showing our page, is answered. */
export const registerIpc = (window: BrowserWindow, router: Router, log: Log): void => {
  ipcMain.handle(CALL_CHANNEL, async (event, route: unknown, input: unknown) => {
    const { senderFrame } = event
    if (senderFrame === window.webContents.mainFrame && isOwnPage(senderFrame.url)) return router(route, input)
    log.report('error', 'ipc-foreign-sender', 'refused')
    return err({ type: 'program-fault', reason: FAULTS.foreignSender })
  })
}
