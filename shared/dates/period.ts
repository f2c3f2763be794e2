import type { IsoDate } from './calendar.ts'

/** The periods that are offered by name; `chosen`: by its days. */
export const PERIODS = ['all', 'month', 'last-month', 'quarter', 'year', 'last-year', 'chosen'] as const
/** See `PERIODS`. */
export type PeriodName = (typeof PERIODS)[number]

/** First and last day; left out: from the first entry, or to today. */
export interface Period {
  readonly from?: IsoDate
  readonly to?: IsoDate
}

/** The days of a period that is named, as seen from `today`; one that is not over ends today. */
export function daysOf(name: Exclude<PeriodName, 'chosen'>, today: IsoDate): Period {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7)) - 1
  switch (name) {
    case 'all':
      return {}
    case 'month':
      return { from: day(year, month, 1), to: today }
    case 'last-month':
      return { from: day(year, month - 1, 1), to: day(year, month, 0) }
    case 'quarter':
      return { from: day(year, month - (month % 3), 1), to: today }
    case 'year':
      return { from: day(year, 0, 1), to: today }
    case 'last-year':
      return { from: day(year - 1, 0, 1), to: day(year - 1, 11, 31) }
  }
}

/** A day of the calendar; a month or day beyond its range is counted on, as `Date` does. */
function day(year: number, month: number, date: number): IsoDate {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10) as IsoDate
}
