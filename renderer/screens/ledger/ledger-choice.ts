import { create } from 'zustand'
import { type IsoDate, isoDate } from '../../../shared/dates/calendar.ts'
import { type DayRange, daysOf, type NamedPeriod } from '../../../shared/dates/period.ts'

/** The periods to choose from, in order; `chosen` is bounded by typed days. */
export const PERIODS = [
  'this-month',
  'last-month',
  'last-3-months',
  'this-year',
  'last-year',
  'ever',
  'chosen',
] as const satisfies readonly (NamedPeriod | 'chosen')[]
/** See `PERIODS`. */
export type LedgerPeriod = (typeof PERIODS)[number]

/** The accounts one may look at alone; escrow and fees with all that belongs to them. */
export const ACCOUNTS = ['client', 'freelancer', 'escrow', 'fees'] as const
/** See `ACCOUNTS`. */
export type AccountRoot = (typeof ACCOUNTS)[number]

/** The part of the ledger that is shown. */
export interface LedgerChoice {
  readonly period: LedgerPeriod
  /** The days of the period `chosen`, as typed. */
  readonly from: string
  readonly to: string
  /** One contract, with its title to show. */
  readonly contract: { readonly id: string; readonly title: string } | null
  readonly account: AccountRoot | null
}

/** The ledger's filters; they stay while another screen is open. */
export const useLedgerChoice = create<LedgerChoice>()(() => ({
  period: 'last-3-months',
  from: '',
  to: '',
  contract: null,
  account: null,
}))

/** Shows another part of the ledger. */
export function chooseLedger(change: Partial<LedgerChoice>): void {
  useLedgerChoice.setState(change)
}

/** The days that the ledger shows, as of `today`. A typed day that is none does not bound them. */
export function shownDays(
  { period, from, to }: Pick<LedgerChoice, 'period' | 'from' | 'to'>,
  today: IsoDate,
): DayRange {
  if (period !== 'chosen') return daysOf(period, today)
  const [first, last] = [isoDate(from), isoDate(to)]
  return { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) }
}
