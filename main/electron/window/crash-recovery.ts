import { app, type BrowserWindow, dialog } from 'electron'
import { say } from '../../../shared/words/say.ts'
import type { SessionLog } from '../log.ts'

/** A page that crashes more often than this within the given time would only crash again. */
const MOST_FAILURES = 3
const WITHIN_MS = 60_000

/**
 * Reloads a page whose process crashed, at the same place: the book is in this process and
 * unaffected. A page that keeps crashing asks first.
 */
export function recoverFromCrash(window: BrowserWindow, log: SessionLog): void {
  let failures: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log.crashed(reason)
    const now = performance.now()
    failures = [...failures.filter(moment => now - moment < WITHIN_MS), now]
    if (failures.length <= MOST_FAILURES) window.webContents.reload()
    else void askForMore(window, () => (failures = []))
  })
}

async function askForMore(window: BrowserWindow, forget: () => void): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: say('app.name'),
    message: say('crash.again'),
    detail: say('crash.unharmed'),
    buttons: [say('crash.reload'), say('start.quit')],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 1) return app.quit()
  forget()
  window.webContents.reload()
}
