import { z } from 'zod'
import type { RecordedCommandInput, RecordedCommandType } from '../contract/commands.ts'
import type { IsoDate } from '../dates/calendar.ts'
import { idSchema } from '../fields.ts'
import type { Minor } from '../money/money.ts'
import type { ContractNames } from './contract-names.ts'
import { page, period } from './query-fields.ts'

/** The queries about entries and the resulting balance in escrow. */
export const ledgerQueries = [
  z.strictObject({ type: z.literal('ledger'), contractId: idSchema.optional(), ...period, ...page }),
  /** The latest entry that `reverse` would undo now, in one contract or in the book. */
  z.strictObject({ type: z.literal('undoable'), contractId: idSchema.optional() }),
  /** The balance in escrow at the end of each day on which it changed. */
  z.strictObject({ type: z.literal('escrow-history'), currency: z.string().max(200) }),
] as const

/** The answers to the queries about entries. */
export interface LedgerQueryValues {
  ledger: {
    readonly total: number
    readonly opening: readonly OpeningBalance[]
    readonly rows: readonly NamedLedgerRow[]
  }
  /** Null if there is none, or if no reversal is allowed. */
  undoable: NamedLedgerRow | null
  'escrow-history': {
    readonly currency: string
    readonly points: readonly { readonly on: IsoDate; readonly escrow: Minor }[]
  }
}

/**
 * The accounts between which money moves (rules.md, Postings). `escrow:milestone` goes with the
 * posting's `milestoneId`.
 */
export type Account =
  | 'client'
  | 'freelancer'
  | 'escrow:milestone'
  | 'escrow:unallocated'
  | 'fees:client'
  | 'fees:freelancer'
  | 'fees:contract'

/** One line of double entry; the postings of an entry sum to zero. */
export interface Posting {
  readonly account: Account
  readonly milestoneId?: string
  readonly currency: string
  readonly amount: Minor
}

/**
 * An entry of the ledger. `escrow` is the contract's escrow balance after it; `reverses` and
 * `reversedBy` are entry numbers.
 */
export interface LedgerRow {
  readonly entry: number
  readonly contractId: string
  readonly type: RecordedCommandType
  readonly on: IsoDate
  /** The time of recording, ISO 8601 in UTC. */
  readonly at: string
  readonly reference: string | null
  readonly note: string | null
  readonly reverses?: number
  readonly reversedBy?: number
  /** The entry that it replaces, if a correction recorded it. */
  readonly corrects?: number
  readonly escrow: Minor
  readonly postings: readonly Posting[]
}

/**
 * The balance in escrow brought forward, in minor units of its currency: all entries dated before
 * the period, and the rows on earlier pages.
 */
export interface OpeningBalance {
  readonly currency: string
  readonly decimals: number
  readonly escrow: Minor
}

/** A posting with the title of its milestone. */
export interface NamedPosting extends Posting {
  readonly milestone?: string
}

/** A ledger row with its label and its contract's names. */
export interface NamedLedgerRow extends LedgerRow {
  readonly label: string
  readonly contract: ContractNames
  readonly postings: readonly NamedPosting[]
}

/**
 * A ledger row in a contract's timeline, with its label and amounts. `gross` leaves the payer,
 * `fee` is kept by the platform (negative: a credit), and `net` = gross − fee arrives: in escrow
 * for a deposit, with the freelancer for a payment, with the client for a refund or returned
 * payment. `change` is the entry's effect on escrow.
 */
export interface TimelineRow extends LedgerRow {
  readonly label: string
  /** The journal's line that it is in: what was recorded together has the same. */
  readonly transaction: number
  readonly milestoneId?: string
  readonly change: Minor
  readonly gross: Minor
  readonly fee: Minor
  readonly net: Minor
  /** True for the entry that `reverse` would undo now. */
  readonly undoable?: true
  /** The import that recorded it and can be taken back, by the number of its line. */
  readonly import?: number
  /**
   * On an undo: the command that records the undone entry again, while that is offered. The latest
   * such row is the next to record.
   */
  readonly again?: RecordedCommandInput
}
