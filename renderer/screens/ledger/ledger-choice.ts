import { create } from 'zustand'
import { addDays, type IsoDate, isoDate } from '../../../shared/dates/calendar.ts'

/** The periods one may choose, in their order. */
export const PERIODS = ['month', 'last-month', 'quarter', 'year', 'last-year', 'everything', 'between'] as const
/** See `PERIODS`. */
export type Period = (typeof PERIODS)[number]

/** The accounts one may look at alone; escrow and fees with all that belongs to them. */
export const ACCOUNTS = ['client', 'freelancer', 'escrow', 'fees'] as const
/** See `ACCOUNTS`. */
export type AccountRoot = (typeof ACCOUNTS)[number]

/** Which part of the ledger is shown. */
export interface LedgerChoice {
  readonly period: Period
  /** The days of the period `between`, as typed. */
  readonly from: string
  readonly to: string
  /** One contract, with its title to show. */
  readonly contract: { readonly id: string; readonly title: string } | null
  readonly account: AccountRoot | null
}

const QUARTER_DAYS = 91

/** What the ledger shows; it stays while one looks at other screens. */
export const useLedgerChoice = create<LedgerChoice>()(() => ({
  period: 'quarter',
  from: '',
  to: '',
  contract: null,
  account: null,
}))

/** Shows another part of the ledger. */
export function chooseLedger(change: Partial<LedgerChoice>): void {
  useLedgerChoice.setState(change)
}

/**
 * The first and the last day of what is shown; left out: from the first entry on, up to the last.
 */
export interface Days {
  readonly from?: IsoDate
  readonly to?: IsoDate
}

/** The days of a period as seen from today. */
export function daysOf({ period, from, to }: Pick<LedgerChoice, 'period' | 'from' | 'to'>, today: IsoDate): Days {
  const year = Number(today.slice(0, 4))
  const month = `${today.slice(0, 7)}-01` as IsoDate
  const endOfLastMonth = addDays(month, -1)
  switch (period) {
    case 'month':
      return { from: month, to: today }
    case 'last-month':
      return { from: `${endOfLastMonth.slice(0, 7)}-01` as IsoDate, to: endOfLastMonth }
    case 'quarter':
      return { from: addDays(today, -QUARTER_DAYS), to: today }
    case 'year':
      return { from: `${year}-01-01` as IsoDate, to: today }
    case 'last-year':
      return { from: `${year - 1}-01-01` as IsoDate, to: `${year - 1}-12-31` as IsoDate }
    case 'everything':
      return {}
    case 'between': {
      const [first, last] = [isoDate(from), isoDate(to)]
      return { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) }
    }
  }
}

/** Whether the second day is before the first. */
export function isBackwards({ from, to }: Days): boolean {
  return from !== undefined && to !== undefined && to < from
}
