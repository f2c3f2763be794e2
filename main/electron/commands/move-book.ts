import { copyFileSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { app, type BrowserWindow, dialog } from 'electron'
import { say } from '../../../shared/words/say.ts'
import { accepted, type Outcome, refused } from '../../answers/outcome.ts'
import type { Book } from '../../book/book.ts'
import { type Refused, writeRefused } from '../../book/faults/store-refusal.ts'
import { moveFolder, refusalOfMove } from '../../book/folder/moving.ts'
import { canonicalFolder, instanceFolder } from '../place/book-folder.ts'
import { defaultBook, intendMove, rememberBook } from '../place/book-place.ts'
import { moveKnown } from '../place/known-books.ts'
import { launchBook } from '../place/launch.ts'
import { refusalInProgram } from '../place/program-file.ts'
import { tellFailedMove } from '../window/failed-start.ts'

/** Everything that moving the book works on. `sharedData` is the userData that all books share. */
interface Context {
  readonly book: Book
  readonly window: BrowserWindow
  readonly sharedData: string
}

const ANSWER_LIMIT_MS = 1_000

/** The files in which an instance remembers its book; they move with it. */
const REMEMBERED = ['window.json', 'reminded.json']

/**
 * Carries out `move-book`: asks for the new folder if the command names none, closes the book,
 * moves it, and starts the app on it in place of this instance. Refuses what `refusalOfMove` and
 * `refusalInProgram` refuse, and with `cancelled`; nothing has happened then. A later failure is
 * shown by a system dialog, and the book opens where it was.
 */
export async function moveBook(
  { book, window, sharedData }: Context,
  named: string | undefined,
): Promise<Outcome<{ readonly folder: string }>> {
  const from = book.info().folder
  const chosen = named ?? (await chooseNewFolder(window, from))
  if (chosen === undefined) return refused({ code: 'cancelled', params: {} })
  const to = canonicalFolder(chosen)
  const refusal = refusalInProgram(to) ?? (await refusalOfMove(from, to))
  if (refusal !== undefined) return refused(refusal.refusal)
  const usual = defaultBook(sharedData)
  const isDefault = usual !== undefined && canonicalFolder(usual.folder) === from
  const unnoted = isDefault ? noted(sharedData, () => intendMove(sharedData, from, to)) : undefined
  if (unnoted !== undefined) return unnoted
  await book.close()
  const failed = await moveFolder(from, to)
  // If this cannot be noted, the next start settles the intended move.
  if (isDefault) noted(sharedData, () => rememberBook(sharedData, failed === undefined ? to : from))
  if (failed !== undefined) {
    await tellFailedMove(to, failed.refusal)
    startOn(from, window)
    return failed
  }
  moveKnown(sharedData, from, to)
  takeAlong(app.getPath('userData'), instanceFolder(sharedData, to))
  startOn(to, window)
  return accepted({ folder: to })
}

/** Notes the book's place. Refuses with `disk-full` and `write-failed`. */
function noted(sharedData: string, note: () => void): Refused | undefined {
  try {
    note()
    return undefined
  } catch (problem) {
    return writeRefused(problem, sharedData)
  }
}

/**
 * Ends this instance once the page has its answer, without the question about unsaved input: there
 * is no book here any more to record it in.
 */
function startOn(folder: string, window: BrowserWindow): void {
  launchBook(folder)
  setImmediate(async () => {
    // The page runs this after taking the answer; a page that hangs takes none.
    await Promise.race([window.webContents.executeJavaScript('undefined').catch(() => {}), setTimeout(ANSWER_LIMIT_MS)])
    window.destroy()
    app.quit()
  })
}

function takeAlong(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of REMEMBERED) {
    try {
      copyFileSync(join(from, name), join(to, name))
    } catch {
      // Nothing to move: the new instance starts without it.
    }
  }
}

/** Asks for a folder to move the book to; undefined if the person cancels. */
export async function chooseNewFolder(window: BrowserWindow, from: string): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say('move-book.title'),
    defaultPath: join(app.getPath('documents'), basename(from)),
    buttonLabel: say('move-book.button'),
    nameFieldLabel: say('move-book.name'),
    properties: ['createDirectory'],
  })
  return canceled || filePath === '' ? undefined : filePath
}
