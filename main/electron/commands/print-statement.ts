import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { AppCommand } from '../../../shared/api/app-commands.ts'
import type { KeptPaper, SavedFile } from '../../../shared/api/exports.ts'
import type { Paper } from '../../../shared/contract/paper.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { say } from '../../../shared/words/say.ts'
import { accepted, type Outcome, refused } from '../../answers/outcome.ts'
import type { Book } from '../../book/book.ts'
import { mayReplace, writeNewFile } from '../../export/new-file.ts'
import { safeName } from '../../export/safe-name.ts'
import { contractsOf, statementOf } from '../../printed-statement/statement.ts'
import { push } from '../ipc/push.ts'
import { runJob } from '../jobs.ts'
import { chooseFile } from '../window/choose-file.ts'
import { keepPaper } from './keep-paper.ts'
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
 * Carries out `print-statement`: asks for the file if the command names none, then prints, and
 * keeps the fingerprint in the book. Refuses what the query `statement` and `writeNewFile` refuse,
 * and with `cancelled`.
 */
export async function printTo(
  context: Context,
  { type: _, path: named, ...request }: PrintStatement,
): Promise<Outcome<SavedFile & KeptPaper>> {
  const statement = await statementOf(context.book, request, context.today(), context.printer.formats.locale)
  if (!statement.ok) return statement
  const { name, to } = statement.value
  const path = named ?? (await chooseFile(context.window, say('printed.save'), fileNameOf(name, to)))
  if (path === undefined) return refused({ code: 'cancelled', params: {} })
  return runJob(
    'print',
    far => push(context.window, 'progress', far),
    // The dialog has confirmed overwriting an existing file.
    async ({ signal, progress }) => {
      // Tell the page which job it can stop.
      progress(0, 1)
      const covered = await coveredBy(context, request)
      if (!covered.ok) return covered
      const hash = createHash('sha256')
      const saved = await writeNewFile(
        { path, mayReplace: named === undefined && mayReplace(path, context.book.info()), signal },
        hashed(hash, printed(context.printer, request, signal)),
      )
      if (!saved.ok) return saved
      const name = basename(path)
      const paper: Paper = { kind: 'statement', name, files: [[name, hash.digest('hex')]], ...covered.value }
      return accepted({ ...saved.value, ...(await keepPaper(context.book, paper, context.printer.formats.locale)) })
    },
  )
}

/**
 * The coverage of a statement, read right before it is printed. An entry that is recorded while it
 * is printed may be on it, and then counts as recorded since: told once too often rather than
 * never.
 */
async function coveredBy(
  { book, printer, today }: Context,
  request: Parameters<typeof printStatement>[1],
): Promise<Outcome<Omit<Paper, 'kind' | 'name' | 'files'>>> {
  const statement = await statementOf(book, request, today(), printer.formats.locale)
  if (!statement.ok) return statement
  const { of, from, to, on, book: at } = statement.value
  const contracts = of === 'book' ? null : contractsOf(book, request).map(({ id }) => id)
  return accepted({ contracts, from, to, on, entries: at.entries })
}

async function* hashed(
  hash: { update(bytes: Uint8Array): unknown },
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
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
