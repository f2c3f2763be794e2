import { app, type BrowserWindow, dialog } from 'electron'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import { say } from '../../../shared/words/say.ts'
import { answerError } from '../../answers/refusal-answer.ts'
import { regionalLocale } from '../locale.ts'
import { relaunch } from '../place/launch.ts'
import { withhold } from './showing.ts'

/**
 * Reports a book that cannot be opened: withholds its window, names the folder, the reason and the
 * ways out, and restarts the app if the person wants another try.
 */
export async function tellFailedStart(window: BrowserWindow, folder: string, refusal: Refusal): Promise<void> {
  withhold(window)
  const { message } = answerError(refusal, { locale: regionalLocale(), decimals: 2 })
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: say('app.name'),
    message: say('start.failed', { folder }),
    detail: message,
    buttons: [say('start.again'), say('start.quit')],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) relaunch()
  app.exit(response === 0 ? 0 : 1)
}

/** Reports a book that could not be moved, and why. It is where it was. */
export async function tellFailedMove(folder: string, refusal: Refusal): Promise<void> {
  const { message } = answerError(refusal, { locale: regionalLocale(), decimals: 2 })
  await dialog.showMessageBox({
    type: 'error',
    title: say('app.name'),
    message: say('move-book.failed', { folder }),
    detail: message,
  })
}
