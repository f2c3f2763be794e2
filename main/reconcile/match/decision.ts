import type { RecordedCommandInput } from '../../../shared/contract/commands.ts'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import type { Minor } from '../../../shared/money/money.ts'
import type { RowState } from '../../../shared/reconcile/statement.ts'
import type { Note } from '../read/row.ts'

/** Something known of a row: a sentence, or the refusal of the command it would record. */
export type Fact = Note | { readonly refusal: Refusal; readonly decimals: number }

/** A piece of evidence: it proves what the row is, or says what is missing for that. */
export interface Clue {
  readonly proves: boolean
  readonly fact: Fact
}

/** A clue that proves what a row is. */
export const proof = (fact: Fact): Clue => ({ proves: true, fact })

/** A clue that says why a row is not sure. */
export const doubt = (fact: Fact): Clue => ({ proves: false, fact })

/** The result of matching a row. */
export interface Decision {
  readonly state: RowState
  /** The entry that the row is, or is assumed to be. */
  readonly entry?: number
  readonly contractId?: string
  /**
   * Recorded before `command`: a reversal, a change of rules, or the funding that a payment
   * implies.
   */
  readonly before?: readonly RecordedCommandInput[]
  /** The command that applying the row records. */
  readonly command?: RecordedCommandInput
  /** The most telling first. */
  readonly evidence: readonly Clue[]
  /** The somebody whom the row names and the book does not know. */
  readonly stranger?: string
  /** True for a row that names nobody and nothing of the book, and so is no part of its balance. */
  readonly isForeign?: boolean
  /** True if the row is safe to tick unseen. */
  readonly sure: boolean
  /** The changes that its commands make to accounts, in minor units; absent if not tried. */
  readonly recorded?: Readonly<Record<'client' | 'freelancer' | 'escrow', Minor>>
}
