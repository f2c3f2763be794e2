import type { AppCommand, AppCommandValues } from '../../../shared/api/app-commands.ts'
import type { MoveCommandValues } from '../../../shared/api/moves.ts'
import type { Preferences } from '../../../shared/api/preferences.ts'
import type { QueryOf } from '../../../shared/api/queries.ts'
import type { StatementMatch } from '../../../shared/reconcile/statement.ts'
import type { OpenBook } from '../../answers/book-answer.ts'
import type { Outcome } from '../../answers/outcome.ts'

/**
 * The commands carried out outside the book: all of the app's except those that record moves of a
 * contract.
 */
export type HostCommand = Exclude<AppCommand, { type: keyof MoveCommandValues }>

/**
 * The context of the bridge's calls: the open book, the day, the person's locale, and the host for
 * everything outside the book.
 */
export interface Context extends OpenBook {
  preferences(): Preferences
  /** Matches a statement with the book; pushes progress if it takes long. */
  matchStatement(query: QueryOf<'match-statement'>): Promise<Outcome<StatementMatch>>
  /** Carries out a command of the app. */
  carryOut(command: HostCommand): Promise<Outcome<AppCommandValues[HostCommand['type']]>>
}
