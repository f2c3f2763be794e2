import type { EscrowCommandInput } from '../contract/commands.ts'
import type { ContractView } from '../contract/contract.ts'
import type { RefusalCode, WarningCode } from '../contract/refusals.ts'
import type { Minor } from '../money/money.ts'

/**
 * The answer of a refused call: a stable code, a sentence, the way out (also the end of `message`),
 * and the input at fault.
 */
export interface AnswerError {
  readonly code: RefusalCode
  readonly message: string
  readonly hint?: string
  readonly field?: string
}

/** The result of every call of the bridge. It never rejects for a refusal. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AnswerError }

/**
 * The value of every accepted command of the rulebook; docs/api.md lists the optional fields of
 * each command. Money in minor units.
 */
export interface CommandValue {
  /** The entry's number in the book; null for `annotate` and `rename-party`. */
  readonly entry: number | null
  readonly warnings: readonly { readonly code: WarningCode; readonly message: string }[]
  /** The contract after the command; absent for `rename-party`, which answers `contractIds`. */
  readonly contract?: ContractView
  readonly contractIds?: readonly string[]
  /** open-contract, open-under-way */
  readonly contractId?: string
  /** open-under-way: the number of entries recorded. */
  readonly entries?: number
  /** add-milestone */
  readonly milestoneId?: string
  /**
   * fund-milestone: the amount newly paid in, and the amount carried into the milestone from
   * unallocated money.
   */
  readonly deposit?: Minor
  readonly carried?: Minor
  /** release: the amount the milestone still holds, or that stays unallocated. */
  readonly remainder?: Minor
  /** reverse: the entry that it reversed. */
  readonly reversed?: number
  /** reverse: the command that would record the entry again, to fill in a form with. */
  readonly again?: EscrowCommandInput
}

/**
 * The push after every recorded transaction: the journal's position after it, and the contracts it
 * changed.
 */
export interface Changed {
  readonly position: number
  readonly contractIds: readonly string[]
}
