import type { CellWords, StatementFormat, StatementMatch, StatementQuestion } from '../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../shared/reconcile/statement-fields.ts'
import type { After } from './after.ts'
import type { Matching } from './match/match.ts'
import type { TextFingerprint } from './read/text-table.ts'

/** A statement matched with the book, and the columns it was read by. */
export interface ReadStatement {
  readonly id: string
  readonly text: TextFingerprint
  readonly recognised: StatementFormat | null
  readonly asks: StatementQuestion | null
  readonly header: readonly string[]
  readonly columns: StatementColumns
  readonly words: CellWords
  readonly matching: Matching
  readonly tickable: StatementMatch['tickable']
  /** The book's side once the ticked rows are recorded. */
  after(): Promise<After>
}
