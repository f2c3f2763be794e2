import type { IsoDate } from '../dates/calendar.ts'
import type { Minor } from '../money/money.ts'
import type { EscrowCommandType } from './commands.ts'
import type { Policy } from './policy.ts'

/** Which party keeps this book (rules.md, Words: Side). */
export type Side = 'client' | 'freelancer'
/** The three kinds of fee (rules.md, Money). */
export type FeeKind = 'client' | 'freelancer' | 'contract'
/** A piece of escrow money: held by a milestone, or unallocated (`null`). */
export interface EscrowPart {
  readonly milestoneId: string | null
  readonly amount: Minor
}
/** A milestone as it is planned. */
export interface PlannedMilestone {
  readonly id: string
  readonly title: string
  readonly amount: Minor
  readonly due: IsoDate | null
}

/**
 * What happened, in the past tense: the only thing the journal keeps and the only thing balances,
 * deadlines, postings and reports are folded from. Everything a rule decided (amounts, fees,
 * reserved parts, deadlines) is written into the event, so that a later change of policy never
 * changes the past.
 */
export type EscrowEvent =
  | {
      readonly type: 'contract-opened'
      readonly title: string
      readonly client: string
      readonly freelancer: string
      readonly currency: string
      readonly decimals: number
      readonly budget: Minor | null
      readonly policy: Policy
      readonly side: Side
      readonly milestones: readonly PlannedMilestone[]
    }
  | {
      readonly type: 'contract-edited'
      readonly title?: string
      readonly client?: string
      readonly freelancer?: string
      readonly budget?: Minor | null
      readonly policy?: Policy
      readonly side?: Side
      readonly archived?: boolean
    }
  | { readonly type: 'milestone-added'; readonly milestone: PlannedMilestone }
  | {
      readonly type: 'milestone-edited'
      readonly milestoneId: string
      readonly title?: string
      readonly amount?: Minor
      readonly due?: IsoDate | null
    }
  /** `title` is what it was called, since the contract no longer knows. */
  | { readonly type: 'milestone-removed'; readonly milestoneId: string; readonly title: string }
  | { readonly type: 'milestone-moved'; readonly milestoneId: string; readonly to: number }
  /**
   * All a partly-paid milestone held goes to unallocated, and it is paid (funding `one`, step 1).
   */
  | { readonly type: 'remainder-carried'; readonly milestoneId: string; readonly amount: Minor }
  /**
   * `amount` = `carried` (out of unallocated) + `deposit`. The amount becomes the milestone's.
   * `fee` and `contractFee` are charged on top.
   */
  | {
      readonly type: 'milestone-funded'
      readonly milestoneId: string
      readonly amount: Minor
      readonly carried: Minor
      readonly deposit: Minor
      readonly fee: Minor
      readonly contractFee: Minor
    }
  | { readonly type: 'work-submitted'; readonly milestoneId: string; readonly deadline: IsoDate | null }
  | { readonly type: 'changes-requested'; readonly milestoneId: string }
  /**
   * `amount` is gross; the freelancer gets `amount` − `fee`, from `available` on where the policy
   * says how long it is on its way.
   */
  | {
      readonly type: 'released'
      readonly milestoneId: string | null
      readonly amount: Minor
      readonly fee: Minor
      readonly available: IsoDate | null
    }
  | { readonly type: 'bonus-paid'; readonly amount: Minor; readonly fee: Minor; readonly available: IsoDate | null }
  /** `credit` is the freelancer fee that comes back with it. */
  | { readonly type: 'payment-returned'; readonly amount: Minor; readonly credit: Minor }
  | {
      readonly type: 'refund-requested'
      readonly amount: Minor
      readonly milestoneId: string | null
      readonly reserved: readonly EscrowPart[]
      readonly deadline: IsoDate | null
      readonly reason: string | null
      /** True when it is the refund of a contract that ends. */
      readonly ending: boolean
    }
  /** The reserved money goes back; `credit` is the client fee that comes back with it. */
  | { readonly type: 'refunded'; readonly parts: readonly EscrowPart[]; readonly credit: Minor }
  | { readonly type: 'refund-declined' }
  | { readonly type: 'refund-cancelled' }
  | {
      readonly type: 'dispute-opened'
      readonly amount: Minor
      readonly milestoneId: string | null
      readonly reserved: readonly EscrowPart[]
      readonly deadline: IsoDate | null
      readonly reason: string | null
    }
  | {
      readonly type: 'dispute-resolved'
      readonly released: readonly EscrowPart[]
      readonly refunded: readonly EscrowPart[]
      /** The freelancer fee taken out of all that is released. */
      readonly fee: Minor
      readonly available: IsoDate | null
      /** The client fee that comes back with what is refunded. */
      readonly credit: Minor
    }
  /**
   * Planned milestones become cancelled. `contractCredit` is the contract fee that comes back when
   * nothing was ever paid out.
   */
  | { readonly type: 'contract-ended'; readonly by: Side; readonly contractCredit: Minor }
  | { readonly type: 'entry-reversed'; readonly entry: number }
  | {
      readonly type: 'entry-annotated'
      readonly entry: number
      readonly reference?: string | null
      readonly note?: string | null
    }
  /** `side`: whose name it was in this contract. */
  | { readonly type: 'party-renamed'; readonly from: string; readonly to: string; readonly side: Side }

/** The name of an event. */
export type EscrowEventType = EscrowEvent['type']
/** The event of one name. */
export type EventOf<T extends EscrowEventType> = Extract<EscrowEvent, { type: T }>

/**
 * What one accepted command wrote about one contract. `entry` numbers entries through the whole
 * book from 1; it is null for `annotate` and `rename-party`, which are kept but are not entries.
 * `on` is the day it happened.
 */
export interface Entry {
  readonly entry: number | null
  readonly contract: string
  readonly type: EscrowCommandType
  readonly on: IsoDate
  readonly reference?: string
  readonly note?: string
  readonly events: readonly EscrowEvent[]
}
