import { addDays, daysBetween, type IsoDate, isoDate } from './calendar.ts'
import type { DayOrder } from './day-writing.ts'

/**
 * The use of a typed day, which decides the year of a day without one: of an entry, the latest that
 * is not after today; of a due date, the next; of an end of a period, in this year. Only an entry
 * refuses days after the latest.
 */
export type DayUse = 'entry' | 'due' | 'bound'

/** The fault of a typed day. */
export type DayFault =
  | 'empty'
  | 'unreadable'
  | 'unfinished'
  | 'no-such-month'
  | 'no-such-day'
  | 'other-weekday'
  | 'two-ways'
  | 'too-early'
  | 'after-last'

/**
 * A typed day, or its fault with the days that may be meant. `month` is the month that has no such
 * day (as its first day), `number` what is no month in an order, `day` the day that is refused.
 */
export type TypedDay =
  | { readonly ok: true; readonly day: IsoDate }
  | {
      readonly ok: false
      readonly fault: DayFault
      readonly near: readonly IsoDate[]
      readonly day?: IsoDate
      readonly number?: number
      readonly order?: DayOrder | undefined
    }

/** A day as typed, before the rules of its use: a day, or its numbers. */
export type Candidate =
  | { readonly day: IsoDate }
  | {
      readonly year?: number
      readonly month: number
      readonly dayOfMonth: number
      readonly weekday?: number | undefined
      /** The order in which numbers were read. */
      readonly order?: DayOrder
      /** Another day that may be meant as well. */
      readonly or?: Candidate
    }

type Numbers = Exclude<Candidate, { day: IsoDate }>

/** The first day that a field takes; the rules take earlier ones. */
const FIRST_DAY = '1970-01-01' as IsoDate
/** A day of an entry without a year that is so many days ahead is a slip, not one of last year. */
const SLIP_DAYS = 31

/**
 * Returns the day of a candidate, or its fault under the rules of its use, with days that they
 * allow.
 */
export function settled(candidate: Candidate, use: DayUse, today: IsoDate, last: IsoDate): TypedDay {
  const typed = judged(candidate, use, today, last)
  return typed.ok ? typed : { ...typed, near: typed.near.filter(day => allowed(day, use, last).ok) }
}

function judged(candidate: Candidate, use: DayUse, today: IsoDate, last: IsoDate): TypedDay {
  if ('day' in candidate) return allowed(candidate.day, use, last)
  const { month, weekday, order, or } = candidate
  if (month < 1 || month > 12)
    return { ok: false, fault: 'no-such-month', number: month, order, near: swapped(candidate, today) }
  const day = dayIn(candidate, use, today, last)
  if (day === undefined) return noSuchDay(candidate, today)
  if (or !== undefined) {
    const other = settled(or, use, today, last)
    if (other.ok && other.day !== day)
      // Only one of the two may fit.
      return allowed(day, use, last).ok ? { ok: false, fault: 'two-ways', near: [day, other.day], day } : other
  }
  if (weekday !== undefined && weekday !== weekdayOf(day))
    return { ok: false, fault: 'other-weekday', day, near: [day] }
  const isSlip = candidate.year === undefined && use === 'entry' && day > last
  if (!isSlip) return allowed(day, use, last)
  const before = ofYear(candidate, Number(day.slice(0, 4)) - 1)
  return { ok: false, fault: 'after-last', day, near: before === undefined ? [last] : [last, before] }
}

function allowed(day: IsoDate, use: DayUse, last: IsoDate): TypedDay {
  if (day < FIRST_DAY) return { ok: false, fault: 'too-early', near: [], day }
  return use === 'entry' && day > last ? { ok: false, fault: 'after-last', near: [last], day } : { ok: true, day }
}

/** The day of the week, 0 for Sunday. */
export function weekdayOf(day: IsoDate): number {
  return new Date(Date.parse(day)).getUTCDay()
}

function dayIn(numbers: Numbers, use: DayUse, today: IsoDate, last: IsoDate): IsoDate | undefined {
  const thisYear = Number(today.slice(0, 4))
  if (numbers.year !== undefined) return ofYear(numbers, numbers.year)
  const day = ofYear(numbers, thisYear)
  if (day === undefined) return undefined
  if (use === 'due' && day < today) return ofYear(numbers, thisYear + 1)
  if (use === 'entry' && daysBetween(last, day) > SLIP_DAYS) return ofYear(numbers, thisYear - 1)
  return day
}

function ofYear({ month, dayOfMonth }: Numbers, year: number): IsoDate | undefined {
  const [whole, ...others] = [String(year).padStart(4, '0'), month, dayOfMonth]
  return isoDate([whole, ...others.map(each => String(each).padStart(2, '0'))].join('-'))
}

/** A month without such a day: its last day may be meant, or as many days after it. */
function noSuchDay(numbers: Numbers, today: IsoDate): TypedDay {
  const year = numbers.year ?? Number(today.slice(0, 4))
  const first = ofYear({ ...numbers, dayOfMonth: 1 }, year)
  if (first === undefined) return { ok: false, fault: 'unreadable', near: [] }
  const next = addDays(first, 31).slice(0, 8)
  const end = addDays(`${next}01` as IsoDate, -1)
  const over = numbers.dayOfMonth - Number(end.slice(8))
  const near = numbers.dayOfMonth < 1 ? [first] : over <= 3 ? [end, addDays(end, over)] : [end]
  return { ok: false, fault: 'no-such-day', day: end, near }
}

/** The day with day and month in the other order, for a number that is no month. */
function swapped({ year, month, dayOfMonth, order }: Numbers, today: IsoDate): readonly IsoDate[] {
  if (order === undefined || order === 'year-first') return []
  const day = ofYear({ month: dayOfMonth, dayOfMonth: month }, year ?? Number(today.slice(0, 4)))
  return day === undefined || day < FIRST_DAY ? [] : [day]
}
