import { z } from 'zod'
import type { ArrivedAmount } from '../account/events.ts'
import type { IsoDate } from '../dates/calendar.ts'
import { idSchema } from '../fields.ts'
import type { Minor } from '../money/money.ts'
import { page, period } from './query-fields.ts'

/** The types of rows that an account has: its own moves, and what contracts paid in. */
export const ACCOUNT_ROW_TYPES = [
  'open-account',
  'receive',
  'withdraw',
  'charge',
  'withhold',
  'adjust',
  'release',
  'bonus',
  'return-payment',
  'resolve-dispute',
] as const
/** See `ACCOUNT_ROW_TYPES`. */
export type AccountRowType = (typeof ACCOUNT_ROW_TYPES)[number]

/** The queries about a platform's accounts (rules-account.md, What is asked of it). */
export const accountQueries = [
  z.strictObject({ type: z.literal('accounts'), ...period, ...page }),
  z.strictObject({
    type: z.literal('account'),
    accountId: idSchema,
    types: z.array(z.enum(ACCOUNT_ROW_TYPES)).max(ACCOUNT_ROW_TYPES.length).optional(),
    ...period,
    ...page,
  }),
] as const

/** The answers to the queries about accounts. */
export interface AccountQueryValues {
  accounts: { readonly total: number; readonly rows: readonly AccountView[] }
  account: AccountPage
}

/** The stages of an account's money today; `withdrawn` in the period asked for. Minor units. */
export interface AccountStagesView {
  readonly inEscrow: Minor
  /** The part of `inEscrow` that submitted milestones hold. */
  readonly inReview: Minor
  readonly onItsWay: Minor
  readonly available: Minor
  readonly withdrawn: Minor
}

/** An account as screens and scripts see it. Money in minor units of its currency. */
export interface AccountView {
  readonly id: string
  readonly name: string
  readonly currency: string
  readonly decimals: number
  readonly opening: Minor
  /** The day of the opening balance. */
  readonly on: IsoDate
  readonly archived: boolean
  /** The number of contracts that pay in. */
  readonly contracts: number
  readonly stages: AccountStagesView
}

/**
 * The sums of a period, in minor units: balance = opening + inflows + received − fees − withheld −
 * feeTax − charges ± adjusted − withdrawn − withdrawalFees. `opening` is the balance before the
 * period, with the account's own opening if that is in it; `fees` are those of what was received.
 */
export interface AccountSums {
  readonly opening: Minor
  readonly inflows: Minor
  readonly received: Minor
  readonly fees: Minor
  readonly withheld: Minor
  readonly feeTax: Minor
  readonly charges: Minor
  readonly adjusted: Minor
  readonly withdrawn: Minor
  readonly withdrawalFees: Minor
  readonly balance: Minor
}

/** A row of an account: net = gross − fee is what it adds, `balance` what there is after it. */
export interface AccountRowView {
  readonly entry: number
  /** The contract that paid, its title, and that of the milestone. */
  readonly contractId?: string
  readonly title?: string
  readonly milestoneTitle?: string
  readonly on: IsoDate
  /** The day the money is there, if not at once. */
  readonly available?: IsoDate
  readonly type: AccountRowType
  readonly kind?: string
  readonly from?: string
  readonly arrived?: ArrivedAmount
  readonly gross: Minor
  readonly fee: Minor
  readonly net: Minor
  readonly balance: Minor
  readonly reference: string | null
  readonly note: string | null
  /** The entry of the income that was taxed, as it stands today. */
  readonly about?: number
  readonly reversedBy?: number
}

/** A page of an account's rows, in order of day, then entry; `counts` has those of each type. */
export interface AccountPage {
  readonly account: Omit<AccountView, 'stages'>
  readonly stages: AccountStagesView
  readonly sums: AccountSums
  readonly counts: Readonly<Partial<Record<AccountRowType, number>>>
  readonly total: number
  readonly rows: readonly AccountRowView[]
}
