import type { IsoDate } from '../dates/calendar.ts'
import type { Minor } from '../money/money.ts'
import type { ContractAttributes, EditableAttribute, OpeningAttribute, Side } from './attributes.ts'
import type { EscrowCommandType } from './commands.ts'

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

interface ContractOpened extends Pick<ContractAttributes, OpeningAttribute> {
  readonly type: 'contract-opened'
  readonly decimals: number
  readonly milestones: readonly PlannedMilestone[]
}

interface ContractEdited extends Partial<Pick<ContractAttributes, EditableAttribute>> {
  readonly type: 'contract-edited'
}

/**
 * Something that happened, in the past tense: all that the journal keeps, and all that balances,
 * deadlines, postings and reports are folded from. Whatever a rule decided (amounts, fees, reserved
 * parts, deadlines) is written into the event, so that a later change of policy never changes the
 * past.
 */
export type EscrowEvent =
  | ContractOpened
  | ContractEdited
  | { readonly type: 'milestone-added'; readonly milestone: PlannedMilestone }
  | {
      readonly type: 'milestone-edited'
      readonly milestoneId: string
      readonly title?: string
      readonly amount?: Minor
      readonly due?: IsoDate | null
    }
  /** `title` is its last title, which the contract no longer has. */
  | { readonly type: 'milestone-removed'; readonly milestoneId: string; readonly title: string }
  | { readonly type: 'milestone-moved'; readonly milestoneId: string; readonly to: number }
  /**
   * All that a partly-paid milestone held becomes unallocated: it is paid (funding `one`, step 1).
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
   * `amount` is gross; the freelancer gets `amount` − `fee`. `available` is the day it arrives,
   * null if the policy does not say how long that takes.
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
      /** True for the refund of a contract that ends. */
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
   * Planned milestones become cancelled. `contractCredit` is the contract fee that comes back if
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
  /** `side` is the party whose name it was in this contract. */
  | { readonly type: 'party-renamed'; readonly from: string; readonly to: string; readonly side: Side }

/** The type of an event. */
export type EscrowEventType = EscrowEvent['type']
/** The event of one type. */
export type EventOf<T extends EscrowEventType> = Extract<EscrowEvent, { type: T }>

/**
 * The record that one accepted command left about one contract. `entry` numbers entries through the
 * whole book from 1; it is null for `annotate` and `rename-party`, which are kept but are not
 * entries. `on` is the day it happened.
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
