import type { AppCommand } from '../../shared/app-commands.ts'
import type { IsoDate } from '../../shared/calendar.ts'
import type { Preferences, QueryOf } from '../../shared/queries.ts'
import type { StatementMatch } from '../../shared/statement.ts'
import type { Outcome } from '../answers/outcome.ts'
import type { Book } from '../book/book.ts'

/** The commands that the shell carries out: those of the app but the one that records moves of a contract. */
export type ShellCommand = Exclude<AppCommand, { type: 'open-under-way' }>

/** What the calls of the bridge work on: the open book, the day, the person's locale, and the shell for what is not the book's. */
export interface Desk {
  readonly book: Book
  /** Whether the open book is the sample. */
  readonly sample: boolean
  readonly locale: string
  today(): IsoDate
  preferences(): Preferences
  /** Puts a statement beside the book; while that takes long, progress is told. */
  matchStatement(query: QueryOf<'match-statement'>): Promise<Outcome<StatementMatch>>
  /** Carries out a command of the app. */
  carryOut(command: ShellCommand): Promise<Outcome<unknown>>
}
