import { addDays, type IsoDate } from './calendar.ts'

/** A first and a last day. */
export interface Period {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** A range of days; a missing end leaves it unbounded. */
export interface DayRange {
  readonly from?: IsoDate
  readonly to?: IsoDate
}

/**
 * A named period, relative to today. A current one ends today (see `daysOf`): `this-quarter` begins
 * with the calendar quarter, `last-3-months` 91 days ago.
 */
export type NamedPeriod =
  | 'ever'
  | 'this-month'
  | 'last-month'
  | 'this-quarter'
  | 'last-3-months'
  | 'this-year'
  | 'last-year'

const THREE_MONTHS_DAYS = 91

/**
 * The days of a named period, as of `today`. A current one ends on `latest`, the day of the latest
 * entry if that is dated after today, but never after its month, quarter or year.
 */
export function daysOf(name: NamedPeriod, today: IsoDate, latest: IsoDate = today): DayRange {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  switch (name) {
    case 'ever':
      return {}
    case 'this-month':
      return { from: firstOf(year, month), to: earlier(latest, daysOfMonth(year, month).to) }
    case 'last-month':
      return daysOfMonth(year, month - 1)
    case 'this-quarter':
      return quarter(year, month - ((month - 1) % 3), latest)
    case 'last-3-months':
      return { from: addDays(today, -THREE_MONTHS_DAYS), to: latest }
    case 'this-year':
      return { from: firstOf(year, 1), to: earlier(latest, daysOfYear(year).to) }
    case 'last-year':
      return daysOfYear(year - 1)
  }
}

function quarter(year: number, first: number, latest: IsoDate): Period {
  return { from: firstOf(year, first), to: earlier(latest, daysOfMonth(year, first + 2).to) }
}

const earlier = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other)

/** The days of a calendar year. */
export function daysOfYear(year: number): Period {
  const digits = String(year).padStart(4, '0')
  return { from: `${digits}-01-01` as IsoDate, to: `${digits}-12-31` as IsoDate }
}

/** The days of a month, 1 to 12; 0 is the last month of the previous year. */
export function daysOfMonth(year: number, month: number): Period {
  return { from: firstOf(year, month), to: addDays(firstOf(year, month + 1), -1) }
}

/** True if a range ends before it begins. */
export function isBackwards({ from, to }: DayRange): boolean {
  return from !== undefined && to !== undefined && to < from
}

function firstOf(year: number, month: number): IsoDate {
  // `setUTCFullYear`, because `Date.UTC` maps the years 0 to 99 to 1900 to 1999.
  const day = new Date(0)
  day.setUTCFullYear(year, month - 1, 1)
  return day.toISOString().slice(0, 10) as IsoDate
}
