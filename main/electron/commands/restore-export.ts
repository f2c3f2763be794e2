import { isAbsolute } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { AppCommand } from '../../../shared/api/app-commands.ts'
import type { CheckedExport } from '../../../shared/api/exports.ts'
import type { QueryValues } from '../../../shared/api/queries.ts'
import { say } from '../../../shared/words/say.ts'
import { bookAnswer, type OpenBook } from '../../answers/book-answer.ts'
import { accepted, type Outcome, refused } from '../../answers/outcome.ts'
import { checkExport } from '../../export/check-export.ts'
import { unpackExport } from '../../export/restore.ts'
import { push } from '../ipc/push.ts'
import { runJob } from '../jobs.ts'
import { chooseExisting } from '../window/choose-file.ts'

/** Everything that restoring an export works on. */
interface Context extends OpenBook {
  readonly window: BrowserWindow
}

/**
 * Carries out `check-export`: asks for the file if the command names none. Refuses `bad-input` (a
 * relative path), what `checkExport` refuses, and with `cancelled`.
 */
export async function checkChosenExport(
  { book, window }: Context,
  { path: named }: Extract<AppCommand, { type: 'check-export' }>,
): Promise<Outcome<CheckedExport>> {
  const path = named ?? (await chooseExisting(window, say('restore-export.choose'), 'json'))
  if (path === undefined) return refused({ code: 'cancelled', params: {} })
  return isAbsolute(path)
    ? runJob(
        'restore',
        far => push(window, 'progress', far),
        job => checkExport(book, path, job),
      )
    : notWhole(path)
}

/**
 * Carries out `restore-export`: replaces the book's journal by the export's, after a backup.
 * Refuses what `checkChosenExport` and `Book.restoreFrom` refuse.
 */
export async function restoreExport(
  context: Context,
  { path }: Extract<AppCommand, { type: 'restore-export' }>,
): Promise<Outcome<QueryValues['book']>> {
  if (!isAbsolute(path)) return notWhole(path)
  const restored = await runJob(
    'restore',
    far => push(context.window, 'progress', far),
    job => context.book.restoreFrom(to => unpackExport(path, to, job)),
  )
  return restored.ok ? accepted(bookAnswer(context)) : restored
}

const notWhole = (path: string): Outcome<never> =>
  refused({ code: 'bad-input', params: { path }, variant: 'relative-path', field: 'path' })
