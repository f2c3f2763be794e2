import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { StatementColumns } from '../../shared/reconcile/statement-fields.ts'
import type { Book } from '../book/book.ts'
import type { StatementRequest } from '../printed-statement/statement.ts'
import type { Call } from './command-line.ts'
import type { Terminal } from './terminal.ts'

/** Prints a statement that can be asked for, as a PDF. Rejects where the signal stopped it. */
export type Print = (request: StatementRequest, signal: AbortSignal) => Promise<Uint8Array>

/** What a command has around it, beside the terminal. */
export interface Surroundings {
  /** The current folder, from which paths go. */
  readonly cwd: string
  /** In which figures and days are written for people. */
  readonly locale: string
  /** See `BookOptions`. */
  readonly worker: URL | undefined
  /** Aborted when the person stops the command. */
  readonly signal: AbortSignal
  today(): IsoDate
  now(): Date
  /** The folder of the book: the one that is named, else the person's. */
  bookFolder(named: string | undefined): string
  /** All of stdin. */
  readInput(): Promise<Uint8Array>
  /** How the person reads files of this shape, where they said so in the app. */
  keptColumns(): Promise<(header: readonly string[]) => StatementColumns | undefined>
  /** What prints statements of this book, which stays open as long. */
  printer(book: Book): Promise<Print>
}

/** What a command works with. */
export interface Context {
  readonly call: Call
  readonly terminal: Terminal
  readonly around: Surroundings
}
