import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { StatementColumns } from '../../shared/reconcile/statement-fields.ts'
import type { Book } from '../book/book.ts'
import type { StatementRequest } from '../printed-statement/statement.ts'
import type { Call } from './command-line.ts'
import type { Terminal } from './terminal.ts'

/**
 * Prints the statement of a valid request; returns the PDF's bytes. Rejects if the signal aborts
 * it.
 */
export type Print = (request: StatementRequest, signal: AbortSignal) => Promise<Uint8Array>

/** The environment of a command, apart from its terminal. */
export interface Surroundings {
  /** The current folder, which relative paths are resolved against. */
  readonly cwd: string
  /** The locale for figures and days in output for people. */
  readonly locale: string
  /** See `BookOptions`. */
  readonly worker: URL | undefined
  /** Aborts when the person stops the command. */
  readonly signal: AbortSignal
  today(): IsoDate
  now(): Date
  /** The book's folder: the one given on the command line, or the person's own. */
  bookFolder(named: string | undefined): string
  /** Reads all of stdin. */
  readInput(): Promise<Uint8Array>
  /** Returns the columns chosen in the app for files of this shape. */
  keptColumns(): Promise<(header: readonly string[]) => StatementColumns | undefined>
  /** Returns the printer for this book's statements; keep the book open while it is in use. */
  printer(book: Book): Promise<Print>
}

/** The input of a command: the parsed call, the terminal, and the environment. */
export interface Context {
  readonly call: Call
  readonly terminal: Terminal
  readonly around: Surroundings
}
