import { type IsoDate, isoDate } from '../dates/calendar.ts'
import type { StatementColumns } from './statement-fields.ts'

/** The order of day, month and year in a statement's numeric dates. */
export type DateOrder = NonNullable<StatementColumns['dateOrder']>

const ORDERS: readonly DateOrder[] = ['day-month-year', 'month-day-year', 'year-month-day']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const FULL_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** An optional time of day after the date, which some banks add. */
const TIME = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?)?`
const ISO = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${TIME}$`)
const NAMED_MONTH_FIRST = new RegExp(`^([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4}|\\d{2})${TIME}$`)
const NAMED_DAY_FIRST = new RegExp(`^(\\d{1,2})[ -]([A-Za-z]{3,9})\\.?,?[ -](\\d{4}|\\d{2})${TIME}$`)
const NUMBERS = new RegExp(`^(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{1,4})${TIME}$`)

/**
 * Parses a day from a statement (`Oct 2, 2026`, `2 Oct 2026`, `2026-10-02`, `02/10/2026` or
 * `02.10.26` in a given order); undefined if it is unreadable. A two-digit year is in this century.
 */
export function dayIn(text: string, order: DateOrder | undefined): IsoDate | undefined {
  const iso = ISO.exec(text)
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3])
  const monthFirst = NAMED_MONTH_FIRST.exec(text)
  if (monthFirst !== null) return dayOf(monthFirst[3], monthNamed(monthFirst[1]), monthFirst[2])
  const dayFirst = NAMED_DAY_FIRST.exec(text)
  if (dayFirst !== null) return dayOf(dayFirst[3], monthNamed(dayFirst[2]), dayFirst[1])
  const numbers = NUMBERS.exec(text)
  if (numbers === null) return undefined
  const [, one, , two, three] = numbers
  if (order === 'year-month-day' || one?.length === 4) return dayOf(one, two, three)
  if (order === undefined) return undefined
  return order === 'day-month-year' ? dayOf(three, two, one) : dayOf(three, one, two)
}

/**
 * Returns the order of day, month and year in which most days of a file can be read: a number above
 * 12 decides. Returns undefined if several orders fit with different days: a wrong guess would
 * misdate payments, so a person must decide. Without numeric dates any order will do.
 */
export function orderOf(texts: Iterable<string>): DateOrder | undefined {
  const read: Record<DateOrder, string[]> = { 'day-month-year': [], 'month-day-year': [], 'year-month-day': [] }
  for (const text of new Set(texts)) {
    const [, one = '', mark, , three = ''] = NUMBERS.exec(text) ?? []
    if (one === '' || one.length === 4) continue
    for (const order of ORDERS) {
      // Some countries write a two-digit year first, but never with dots.
      const fits = order !== 'year-month-day' || (three.length <= 2 && mark !== '.')
      const day = fits ? dayIn(text, order) : undefined
      if (day !== undefined) read[order].push(day)
    }
  }
  const most = Math.max(...ORDERS.map(order => read[order].length))
  const [first, ...others] = ORDERS.filter(order => read[order].length === most)
  return first !== undefined && others.every(order => String(read[order]) === String(read[first])) ? first : undefined
}

function monthNamed(name: string | undefined): string {
  const word = (name ?? '').toLowerCase()
  const index = word === 'sept' ? 8 : Math.max(MONTHS.indexOf(word), FULL_MONTHS.indexOf(word))
  return String(index + 1)
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): IsoDate | undefined {
  const whole = year?.length === 2 ? `20${year}` : year
  return whole?.length === 4 ? isoDate(`${whole}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`) : undefined
}
