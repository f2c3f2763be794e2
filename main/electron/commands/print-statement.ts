import type { BrowserWindow } from 'electron'
import type { AppCommand } from '../../../shared/api/app-commands.ts'
import type { SavedFile } from '../../../shared/api/exports.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { say } from '../../../shared/words/say.ts'
import { type Outcome, refused } from '../../answers/outcome.ts'
import type { Book } from '../../book/book.ts'
import { mayReplace, writeNewFile } from '../../export/new-file.ts'
import { safeName } from '../../export/safe-name.ts'
import { statementOf } from '../../printed-statement/statement.ts'
import { push } from '../ipc/push.ts'
import { runJob } from '../jobs.ts'
import { chooseFile } from '../window/choose-file.ts'
import { type Printer, printStatement } from './statement-printer.ts'

/** Everything that printing a statement works on. */
interface Context {
  readonly book: Book
  readonly window: BrowserWindow
  readonly printer: Printer
  today(): IsoDate
}

type PrintStatement = Extract<AppCommand, { type: 'print-statement' }>

/**
 * Carries out `print-statement`: asks for the file if the command names none, then prints. Refuses
 * what the query `statement` and `writeNewFile` refuse, and with `cancelled`.
 */
export async function printTo(
  context: Context,
  { type: _, path: named, ...request }: PrintStatement,
): Promise<Outcome<SavedFile>> {
  const statement = await statementOf(context.book, request, context.today(), context.printer.formats.locale)
  if (!statement.ok) return statement
  const { name, to } = statement.value
  const path = named ?? (await chooseFile(context.window, say('printed.save'), fileNameOf(name, to)))
  if (path === undefined) return refused({ code: 'cancelled', params: {} })
  return runJob(
    'print',
    far => push(context.window, 'progress', far),
    // The dialog has confirmed overwriting an existing file.
    ({ signal, progress }) => {
      // Tell the page which job it can stop.
      progress(0, 1)
      return writeNewFile(
        { path, mayReplace: named === undefined && mayReplace(path, context.book.info()), signal },
        printed(context.printer, request, signal),
      )
    },
  )
}

async function* printed(
  printer: Printer,
  request: Parameters<typeof printStatement>[1],
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    yield await printStatement(printer, request, signal)
  } catch (problem) {
    // A stopped job fails halfway, as it should.
    if (!signal.aborted) throw problem
  }
}

/** Returns the suggested name of the file. */
function fileNameOf(name: string, to: IsoDate): string {
  return `${['statement', safeName(name), to].filter(part => part !== '').join('-')}.pdf`
}
