import type { IsoDate } from '../dates/calendar.ts'
import type { Minor } from '../money/money.ts'
import type { AccountCommandOf, AccountCommandType } from './commands.ts'

/** An amount that arrived in another currency, in minor units of that one. */
export interface ArrivedAmount {
  readonly currency: string
  readonly decimals: number
  readonly amount: Minor
}

/** A move of money on the account itself; money in minor units of the account's currency. */
export type AccountMove =
  /** Income that no contract of this book holds; the account gets `amount` − `fee`. */
  | {
      readonly type: 'income-received'
      readonly amount: Minor
      readonly fee: Minor
      readonly kind: AccountCommandOf<'receive'>['kind']
      readonly from: string | null
    }
  /** The account loses `amount` + `fee`; `arrived` is null where the bank booked `amount` itself. */
  | {
      readonly type: 'money-withdrawn'
      readonly amount: Minor
      readonly fee: Minor
      readonly arrived: ArrivedAmount | null
    }
  | { readonly type: 'account-charged'; readonly amount: Minor; readonly kind: AccountCommandOf<'charge'>['kind'] }
  /** `about` is the entry of the income that was taxed. */
  | {
      readonly type: 'tax-withheld'
      readonly amount: Minor
      readonly kind: AccountCommandOf<'withhold'>['kind']
      readonly about: number | null
    }
  /** `amount` has a sign: what the platform booked and nobody can say why. */
  | { readonly type: 'balance-adjusted'; readonly amount: Minor }

/** Something that happened to an account of a platform, in the past tense. */
export type AccountEvent =
  | {
      readonly type: 'account-opened'
      readonly name: string
      readonly currency: string
      readonly decimals: number
      readonly opening: Minor
    }
  /** `opening` stands in the old one's place, on its day. */
  | {
      readonly type: 'account-edited'
      readonly name?: string
      readonly opening?: Minor
      readonly archived?: boolean
    }
  | AccountMove
  /** The move counts for nothing any more. Repeated here, so that a fold needs no other line. */
  | { readonly type: 'account-move-reversed'; readonly entry: number; readonly move: AccountMove }

/**
 * The record of a command about an account. `entry` numbers entries through the whole book,
 * contracts' too; it is null for `edit-account`.
 */
export interface AccountEntry {
  readonly entry: number | null
  readonly of: `A${string}`
  readonly type: AccountCommandType
  readonly on: IsoDate
  readonly reference?: string
  readonly note?: string
  readonly events: readonly AccountEvent[]
}
