import { app, type BrowserWindow, dialog } from 'electron'
import { say } from '../../../shared/words/say.ts'
import { storeRefused } from '../../book/faults/store-refusal.ts'
import { hasBook } from '../../book/folder/book-folder.ts'
import { holderOf } from '../../book/folder/lock.ts'
import { moveFolder, refusalOfMove } from '../../book/folder/moving.ts'
import { canonicalFolder } from '../place/book-folder.ts'
import { intendMove, rememberBook } from '../place/book-place.ts'
import type { ClaimedBook } from '../place/instance.ts'
import { moveKnown } from '../place/known-books.ts'
import { launchBook } from '../place/launch.ts'
import { refusalInProgram } from '../place/program-file.ts'
import { tellFailedMove, tellFailedStart } from '../window/failed-start.ts'
import { withhold } from '../window/showing.ts'
import { chooseNewFolder } from './move-book.ts'

/**
 * Reports a book in the program's folder, where an update or uninstalling may delete it: offers to
 * move it out, and then starts the app on it. A new book is not begun there.
 */
export async function tellBookInProgram(
  window: BrowserWindow,
  sharedData: string,
  claimed: ClaimedBook,
): Promise<void> {
  const { folder } = claimed
  const refusal = refusalInProgram(folder)
  if (refusal !== undefined && !hasBook(folder)) return tellFailedStart(window, folder, refusal.refusal)
  withhold(window)
  for (;;) {
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: say('app.name'),
      message: say('start.in-program'),
      detail: say('start.in-program.why', { folder }),
      buttons: [say('start.move-out'), say('start.quit')],
      defaultId: 0,
      cancelId: 1,
    })
    if (response !== 0) return app.exit(1)
    const to = await movedOut(window, sharedData, claimed)
    if (to === undefined) continue
    launchBook(to)
    return app.exit(0)
  }
}

/** Moves the book to a folder that the person chooses; undefined if nothing was moved. */
async function movedOut(
  window: BrowserWindow,
  sharedData: string,
  { folder, place }: ClaimedBook,
): Promise<string | undefined> {
  const chosen = await chooseNewFolder(window, folder)
  if (chosen === undefined) return undefined
  const to = canonicalFolder(chosen)
  const isOpen = holderOf(folder) !== undefined
  const refused =
    refusalInProgram(to) ??
    (isOpen ? storeRefused('book-locked', { file: folder }, { variant: 'unknown' }) : await refusalOfMove(folder, to))
  if (refused !== undefined) {
    await tellFailedMove(to, refused.refusal)
    return undefined
  }
  if (place === 'default') intendMove(sharedData, folder, to)
  const failed = await moveFolder(folder, to)
  if (place === 'default') rememberBook(sharedData, failed === undefined ? to : folder)
  if (failed === undefined) {
    moveKnown(sharedData, folder, to)
    return to
  }
  await tellFailedMove(to, failed.refusal)
  return undefined
}
