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
 * The value of every accepted command of the rulebook; docs/api.md says which command adds which of
 * the optional fields. Money in minor units.
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
  /** open-under-way: how many entries it is. */
  readonly entries?: number
  /** add-milestone */
  readonly milestoneId?: string
  /**
   * fund-milestone: what is newly paid in, and what came out of unallocated into this milestone.
   */
  readonly deposit?: Minor
  readonly carried?: Minor
  /** release: what the milestone still holds, or what stays unallocated. */
  readonly remainder?: Minor
  /** reverse: the entry that is now reversed. */
  readonly reversed?: number
  /** reverse: the command that would record the same once more, to be offered filled in. */
  readonly again?: EscrowCommandInput
}

/**
 * The push after every recorded transaction: the journal's position after it and the contracts it
 * touched.
 */
export interface Changed {
  readonly position: number
  readonly contractIds: readonly string[]
}
