import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import type { Minor } from '../../../shared/money/money.ts'
import type { RowState } from '../../../shared/reconcile/statement.ts'
import type { BadRow, GoodRow, Note } from '../read/row.ts'
import type { Movement } from './movements.ts'

/** Why a row is as it is: a sentence, or the rules' refusal of what it would record. */
export type Problem = Note | { readonly refusal: Refusal; readonly decimals: number }

/**
 * A row beside the book. `before` is recorded ahead of `command`: a reversal, or the funding a
 * payment implies.
 */
export interface MatchedRow {
  readonly row: GoodRow | BadRow
  readonly state: RowState
  readonly partOf?: number
  readonly entry?: number
  readonly contractId?: string
  readonly before?: readonly EscrowCommandInput[]
  readonly command?: EscrowCommandInput
  readonly problem?: Problem
  readonly sure: boolean
  /** What applying it does to the book's side of the balance, in minor units. */
  readonly effect: Minor
}

/** What became of a row. */
export type Found = Omit<MatchedRow, 'row' | 'effect'>

/**
 * A movement's rows get the same state; only the one that stands for it has entry's command and
 * problem.
 */
export function take(found: Map<number, Found>, { main, parts }: Movement, what: Found): void {
  found.set(main.line, what)
  if (parts.length === 0) return
  const { before: _, command: __, problem: ___, ...shared } = what
  for (const part of parts) found.set(part.line, { ...shared, partOf: main.line, sure: false })
}
