import type { RecordedCommandInput } from '../../../shared/contract/commands.ts'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import type { RowState } from '../../../shared/reconcile/statement.ts'
import type { Note } from '../read/row.ts'

/** The reason for a row's state: a sentence, or the refusal of the command it would record. */
export type Problem = Note | { readonly refusal: Refusal; readonly decimals: number }

/** The result of matching a row. */
export interface Decision {
  readonly state: RowState
  /** The entry that the row is, or is assumed to be. */
  readonly entry?: number
  readonly contractId?: string
  /** Recorded before `command`: a reversal, or the funding that a payment implies. */
  readonly before?: readonly RecordedCommandInput[]
  /** The command that applying the row records. */
  readonly command?: RecordedCommandInput
  readonly problem?: Problem
  /** True if the row is safe to tick unseen. */
  readonly sure: boolean
}
