import { create } from 'zustand'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { type DayRange, daysOf, type NamedPeriod } from '../../../shared/dates/period.ts'
import { dayTyped, isNoDay } from '../../words/typed-day.ts'

/** The periods to choose from, in order; `chosen` has typed days. */
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

/** The accounts that can be viewed separately; escrow and fees include their sub-accounts. */
export const ACCOUNTS = ['client', 'freelancer', 'escrow', 'fees'] as const
/** See `ACCOUNTS`. */
export type AccountRoot = (typeof ACCOUNTS)[number]

/** The part of the ledger that is shown. */
export interface LedgerChoice {
  readonly period: LedgerPeriod
  /** The typed days of the period `chosen`. */
  readonly from: string
  readonly to: string
  /** One contract, with its title to show. */
  readonly contract: { readonly id: string; readonly title: string } | null
  readonly account: AccountRoot | null
}

/** The ledger's filters; they survive a visit to another screen. */
export const useLedgerChoice = create<LedgerChoice>()(() => ({
  period: 'last-3-months',
  from: '',
  to: '',
  contract: null,
  account: null,
}))

/** Changes the filters. */
export function chooseLedger(change: Partial<LedgerChoice>): void {
  useLedgerChoice.setState(change)
}

/**
 * The days that the ledger shows, as of `today` and until the book's `latest` day; null if a typed
 * day cannot be read.
 */
export function shownDays(
  { period, from, to }: Pick<LedgerChoice, 'period' | 'from' | 'to'>,
  today: IsoDate,
  latest = today,
): DayRange | null {
  if (period !== 'chosen') return daysOf(period, today, latest)
  const [first, last] = [from, to].map(text => (isNoDay(text) ? null : dayTyped(text, { use: 'bound', today })))
  if (first?.ok === false || last?.ok === false) return null
  return { ...(first?.ok && { from: first.day }), ...(last?.ok && { to: last.day }) }
}
