import type { IsoDate } from '../dates/calendar.ts'
import type { Minor } from '../money/money.ts'
import type { EscrowCommandInput, EscrowCommandType } from './commands.ts'
import type { EscrowPart, Side } from './events.ts'
import type { Policy } from './policy.ts'
import type { RefusalCode } from './refusals.ts'

/** Where a contract is (rules.md, Words: Contract). */
export type ContractStatus = 'open' | 'ending' | 'ended'
/** Where a milestone is (rules.md, Words: Milestone). */
export type MilestoneStatus = 'planned' | 'funded' | 'submitted' | 'partly-paid' | 'paid' | 'refunded' | 'cancelled'
/** What a list shows of a contract in one word: the first that applies, in this order. */
export const STAGES = [
  'ended',
  'ending',
  'in-dispute',
  'refund-asked',
  'to-review',
  'funded',
  'partly-paid',
  'not-funded',
] as const
/** See `STAGES`. */
export type Stage = (typeof STAGES)[number]

/**
 * A milestone as screens and scripts see it. Money in minor units; always funded = released +
 * refunded + carried + held.
 */
export interface MilestoneView {
  readonly id: string
  readonly title: string
  readonly amount: Minor
  readonly due: IsoDate | null
  readonly status: MilestoneStatus
  readonly funded: Minor
  readonly released: Minor
  readonly refunded: Minor
  readonly carried: Minor
  readonly held: Minor
  /** What of `held` a pending refund request or an open dispute speaks of. */
  readonly reserved: Minor
}

/**
 * A pending refund request or an open dispute. `on`: the day it was made; `deadline`: null where
 * the policy has none.
 */
export interface PendingView {
  readonly amount: Minor
  readonly milestoneId?: string
  readonly reserved: readonly EscrowPart[]
  readonly on: IsoDate
  readonly deadline: IsoDate | null
  readonly reason?: string
}

/**
 * A day on which something is due or happens by itself on the platform; the book only shows it and
 * offers the command.
 */
export interface DeadlineView {
  readonly contractId: string
  readonly kind: 'review' | 'refund' | 'dispute' | 'available' | 'due'
  readonly milestoneId?: string
  readonly on: IsoDate
  /** True when the day is before today. */
  readonly overdue: boolean
  readonly amount: Minor
  /**
   * The command that records what the platform does then, for the free amount; null where there is
   * nothing to record.
   */
  readonly offers: EscrowCommandInput | null
}

/**
 * A command that may be given now. `min` and `max` bound its amount (of a resolved dispute: the
 * part that is released), `default` is what a form starts with (of an ending contract: what goes
 * back); `deposit` and `carried` say what funding the default takes.
 */
export interface NextView {
  readonly type: EscrowCommandType
  readonly label: string
  readonly milestoneId?: string
  readonly min?: Minor
  readonly max?: Minor
  readonly default?: Minor
  readonly deposit?: Minor
  readonly carried?: Minor
  /**
   * The command needs this field: there is money in escrow that goes back with the contract's end.
   */
  readonly refundRemainder?: true
  /**
   * What a person should know before: say, that what is left over is under the minimum and cannot
   * fund a milestone by itself.
   */
  readonly note?: string
}

/** A command that may not be given now, and why. */
export interface BlockedView {
  readonly type: EscrowCommandType
  readonly milestoneId?: string
  readonly code: RefusalCode
  readonly message: string
}

/** One piece of the money bar; see `BarView`. */
export interface BarSegment {
  readonly kind: 'paid' | 'held' | 'reserved' | 'unallocated' | 'refunded' | 'to-fund'
  readonly amount: Minor
  /**
   * The milestone that holds it or that it will fund; absent for sums and for unallocated money.
   */
  readonly milestoneId?: string
}

/**
 * The money bar (look.md): what was deposited plus what is still to be paid in, left to right in
 * the fixed order paid, held (one a milestone), reserved, unallocated, refunded, to fund (one a
 * milestone). `total` is the sum of the segments.
 */
export interface BarView {
  readonly total: Minor
  readonly segments: readonly BarSegment[]
}

/**
 * A contract as screens and scripts see it, with what may be done next. Money in minor units of
 * `currency`, which has `decimals` decimals.
 */
export interface ContractView {
  readonly id: string
  readonly title: string
  readonly client: string
  readonly freelancer: string
  readonly side: Side
  readonly currency: string
  readonly decimals: number
  readonly budget: Minor | null
  readonly status: ContractStatus
  readonly stage: Stage
  readonly archived: boolean
  readonly policy: Policy
  readonly escrow: Minor
  readonly unallocated: Minor
  readonly deposited: Minor
  readonly released: Minor
  readonly refunded: Minor
  readonly bonuses: Minor
  readonly returned: Minor
  /** What was charged less what was credited. */
  readonly fees: { readonly client: Minor; readonly freelancer: Minor; readonly contract: Minor }
  readonly milestones: readonly MilestoneView[]
  readonly pending: { readonly refund?: PendingView; readonly dispute?: PendingView }
  readonly deadlines: readonly DeadlineView[]
  readonly next: readonly NextView[]
  readonly blocked: readonly BlockedView[]
  readonly bar: BarView
}
