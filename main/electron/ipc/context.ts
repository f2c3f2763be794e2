import type { AppCommand, AppCommandValues } from '../../../shared/api/app-commands.ts'
import type { Preferences } from '../../../shared/api/preferences.ts'
import type { QueryOf } from '../../../shared/api/queries.ts'
import type { StatementMatch } from '../../../shared/reconcile/statement.ts'
import type { OpenBook } from '../../answers/book-answer.ts'
import type { Outcome } from '../../answers/outcome.ts'

/**
 * The commands that the shell carries out: those of the app but the one that records moves of a
 * contract.
 */
export type HostCommand = Exclude<AppCommand, { type: 'open-under-way' }>

/**
 * Everything the calls of the bridge work on: the open book, the day, the person's locale, and the
 * host for everything outside the book.
 */
export interface Context extends OpenBook {
  preferences(): Preferences
  /** Puts a statement beside the book; while that takes long, progress is told. */
  matchStatement(query: QueryOf<'match-statement'>): Promise<Outcome<StatementMatch>>
  /** Carries out a command of the app. */
  carryOut(command: HostCommand): Promise<Outcome<AppCommandValues[HostCommand['type']]>>
}
