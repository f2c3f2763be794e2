import type { IsoDate } from '../dates/calendar.ts'
import type { Minor } from '../money/money.ts'
import type { ContractAttributes } from './attributes.ts'
import type { EscrowCommandInput } from './commands.ts'
import type { EscrowPart } from './events.ts'
import type { OfferedMove } from './moves.ts'
import type { RefusalCode } from './refusals.ts'

/** The status of a contract (rules.md, Words: Contract). */
export type ContractStatus = 'open' | 'ending' | 'ended'
/** The status of a milestone (rules.md, Words: Milestone). */
export type MilestoneStatus = 'planned' | 'funded' | 'submitted' | 'partly-paid' | 'paid' | 'refunded' | 'cancelled'
/** The stage of a contract, its state in one word for lists: the first of these that applies. */
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
 * A milestone in the API. Money in minor units; always funded = released + refunded + carried +
 * held.
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
  /** The part of `held` reserved by a pending refund request or an open dispute. */
  readonly reserved: Minor
}

/**
 * A pending refund request or an open dispute. `on` is the day it was made; `deadline` is null if
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

/** A command that a deadline offers: it records the platform's automatic step. */
export type DeadlineOffer = Extract<EscrowCommandInput, { type: 'release' | 'approve-refund' }>

/**
 * A day on which something is due or the platform acts automatically. The book only shows it and
 * offers the command that records it.
 */
export interface DeadlineView {
  readonly contractId: string
  readonly kind: 'review' | 'refund' | 'dispute' | 'available' | 'due'
  readonly milestoneId?: string
  readonly on: IsoDate
  /** True if the day is before today. */
  readonly overdue: boolean
  readonly amount: Minor
  /**
   * The command that records the platform's automatic step, for the free amount; null if there is
   * nothing to record.
   */
  readonly offers: DeadlineOffer | null
}

/**
 * A command that is possible now. `min` and `max` bound its amount (for a dispute, the released
 * part); `default` is the amount a form starts with (for ending a contract, the refund); `deposit`
 * and `carried` are the parts of funding the default amount.
 */
export interface NextView {
  readonly type: OfferedMove
  readonly label: string
  readonly milestoneId?: string
  readonly min?: Minor
  readonly max?: Minor
  readonly default?: Minor
  readonly deposit?: Minor
  readonly carried?: Minor
  /** True if the command needs this field: ending the contract refunds money in escrow. */
  readonly refundRemainder?: true
  /**
   * A note in advance, such as that the money left over is below the minimum and cannot fund a
   * milestone by itself.
   */
  readonly note?: string
}

/** A command that is not possible now, with the reason. */
export interface BlockedView {
  readonly type: OfferedMove
  readonly milestoneId?: string
  readonly code: RefusalCode
  readonly message: string
}

/** One piece of the money bar; see `BarView`. */
export interface BarSegment {
  readonly kind: 'paid' | 'held' | 'reserved' | 'unallocated' | 'refunded' | 'to-fund'
  readonly amount: Minor
  /**
   * The milestone that holds the money or that it will fund; absent in sums and for unallocated
   * money.
   */
  readonly milestoneId?: string
}

/**
 * The money bar: everything deposited and everything still to be paid in, in a fixed
 * order from left to right: paid, held (one segment per milestone), reserved, unallocated,
 * refunded, to fund (one per milestone). `total` is the sum of the segments.
 */
export interface BarView {
  readonly total: Minor
  readonly segments: readonly BarSegment[]
}

/**
 * A contract in the API, with the moves that are possible next. Money in minor units of `currency`,
 * which has `decimals` decimals.
 */
export interface ContractView extends ContractAttributes {
  readonly id: string
  readonly decimals: number
  readonly status: ContractStatus
  readonly stage: Stage
  readonly escrow: Minor
  readonly unallocated: Minor
  readonly deposited: Minor
  readonly released: Minor
  readonly refunded: Minor
  readonly bonuses: Minor
  readonly returned: Minor
  /** Fees charged less fees credited. */
  readonly fees: { readonly client: Minor; readonly freelancer: Minor; readonly contract: Minor }
  readonly milestones: readonly MilestoneView[]
  readonly pending: { readonly refund?: PendingView; readonly dispute?: PendingView }
  readonly deadlines: readonly DeadlineView[]
  /** The day of an entry that gives none, and the latest one it can give: mostly today. */
  readonly usualDay: IsoDate
  readonly next: readonly NextView[]
  readonly blocked: readonly BlockedView[]
  readonly bar: BarView
}

/** The status of a contract and the sums of its money, in minor units. */
export type ContractFigures = Pick<
  ContractView,
  'status' | 'escrow' | 'unallocated' | 'deposited' | 'released' | 'refunded' | 'bonuses' | 'returned' | 'fees'
>
