import type { BrowserWindow } from 'electron'
import type { AppCommand } from '../../../shared/api/app-commands.ts'
import type { SavedFile } from '../../../shared/api/exports.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { say } from '../../../shared/words/say.ts'
import { type Outcome, refused } from '../../answers/outcome.ts'
import type { Book } from '../../book/book.ts'
import { exportName, unknownContract } from '../../export/export.ts'
import { mayReplace } from '../../export/new-file.ts'
import { saveExport } from '../../export/save.ts'

import { push } from '../ipc/push.ts'
import { runJob } from '../jobs.ts'
import { chooseFile } from '../window/choose-file.ts'

/** Everything that saving an export works on. */
interface Context {
  readonly book: Book
  readonly window: BrowserWindow
  today(): IsoDate
}

type SaveExport = Extract<AppCommand, { type: 'save-export' }>

/**
 * Carries out `save-export`: asks for the file if the command names none, then writes it piece by
 * piece. Refuses what `saveExport` refuses, and with `cancelled`.
 */
export async function saveAs(context: Context, command: SaveExport): Promise<Outcome<SavedFile>> {
  const unknown = unknownContract(context.book, command)
  if (unknown !== undefined) return refused(unknown)
  const path = command.path ?? (await chooseFile(context.window, say('export.save'), exportName(command)))
  if (path === undefined) return refused({ code: 'cancelled', params: {} })
  const request = { ...command, today: context.today(), now: new Date() }
  return runJob(
    'export',
    far => push(context.window, 'progress', far),
    // The dialog has confirmed overwriting an existing file.
    job =>
      saveExport(context.book, request, {
        path,
        mayReplace: command.path === undefined && mayReplace(path, context.book.info()),
        ...job,
      }),
  )
}
