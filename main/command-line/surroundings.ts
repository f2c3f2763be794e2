import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { StatementColumns } from '../../shared/reconcile/statement-fields.ts'
import type { Book } from '../book/book.ts'
import type { StatementRequest } from '../printed-statement/statement.ts'
import type { Call } from './command-line.ts'
import type { Terminal } from './terminal.ts'

/** Prints a valid statement request to PDF. Rejects if the signal stopped it. */
export type Print = (request: StatementRequest, signal: AbortSignal) => Promise<Uint8Array>

/** The surroundings of a command, besides the terminal. */
export interface Surroundings {
  /** The current folder, which relative paths start from. */
  readonly cwd: string
  /** The locale of figures and days for people. */
  readonly locale: string
  /** See `BookOptions`. */
  readonly worker: URL | undefined
  /** Aborts when the person stops the command. */
  readonly signal: AbortSignal
  today(): IsoDate
  now(): Date
  /** The folder of the book: the named one, else the person's. */
  bookFolder(named: string | undefined): string
  /** All of stdin. */
  readInput(): Promise<Uint8Array>
  /** Returns the columns that the person chose in the app for files of this shape. */
  keptColumns(): Promise<(header: readonly string[]) => StatementColumns | undefined>
  /** Returns the printer of this book's statements; keep the book open while it is used. */
  printer(book: Book): Promise<Print>
}

/** Everything a command works with. */
export interface Context {
  readonly call: Call
  readonly terminal: Terminal
  readonly around: Surroundings
}
