import type { RecordedCommandInput } from '../contract/commands.ts'
import type { ContractView } from '../contract/contract.ts'
import type { PaperName } from '../contract/paper.ts'
import type { RefusalCode, WarningCode } from '../contract/refusals.ts'
import type { Minor } from '../money/money.ts'
import type { AccountView } from './accounts.ts'
import type { CorrectionView } from './correction.ts'
import type { TakenBackView } from './taken-back.ts'

/**
 * The answer of a refused call: a stable code, a sentence, the way out (also the end of `message`),
 * and the input at fault.
 */
export interface AnswerError {
  readonly code: RefusalCode
  readonly message: string
  readonly hint?: string
  readonly field?: string
  /** The entry that a correction or `do-again` could not record again. */
  readonly entry?: number
  /** The message without the number of that entry. */
  readonly reason?: string
}

/** The result of every call of the bridge. It never rejects for a refusal. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AnswerError }

/**
 * The value of every accepted command of the rulebook; docs/api.md lists the optional fields of
 * each command. Money in minor units.
 */
export interface CommandValue {
  /**
   * The entry's number in the book; null for `annotate`, `rename-party`, `close-books`,
   * `take-back-import` and an entry that a correction left out.
   */
  readonly entry: number | null
  readonly warnings: readonly { readonly code: WarningCode; readonly message: string }[]
  /** The contract after the command; absent where `contractIds` is answered. */
  readonly contract?: ContractView
  readonly contractIds?: readonly string[]
  /** The account after a command about it. */
  readonly account?: AccountView
  /** open-account */
  readonly accountId?: string
  /** open-contract, open-under-way */
  readonly contractId?: string
  /** open-under-way, do-again: the number of entries recorded. */
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
  /**
   * reverse: the entry that it reversed; correct, take-back-import: how many entries were taken
   * back.
   */
  readonly reversed?: number
  /** correct, take-back-import: how many entries were recorded again. */
  readonly recorded?: number
  /** The preview of correct: what it would change. */
  readonly correction?: CorrectionView
  /** The preview of take-back-import: its effect on each contract. */
  readonly takenBack?: readonly TakenBackView[]
  /** The preview of reverse, correct and take-back-import: the papers that no longer agree then. */
  readonly papers?: readonly PaperName[]
  /** reverse: the command that would record the entry again, to fill in a form with. */
  readonly again?: RecordedCommandInput
}

/**
 * The push after every recorded transaction: the journal's position after it, the contracts and
 * accounts it changed, and `book` if it changed the book as a whole.
 */
export interface Changed {
  readonly position: number
  readonly contractIds: readonly string[]
  readonly accountIds: readonly string[]
  readonly book?: true
}
