import { type IsoDate, isoDate } from './calendar.ts'
import type { StatementColumns } from './statement.ts'

/** The order in which a statement writes day, month and year in numbers. */
export type DateOrder = NonNullable<StatementColumns['dateOrder']>

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const FULL_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** A time of day after the date, as banks add it. */
const TIME = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?)?`
const ISO = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${TIME}$`)
const NAMED_MONTH_FIRST = new RegExp(`^([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})${TIME}$`)
const NAMED_DAY_FIRST = new RegExp(`^(\\d{1,2})[ -]([A-Za-z]{3,9})\\.?,?[ -](\\d{4})${TIME}$`)
const NUMBERS = new RegExp(`^(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{1,4})${TIME}$`)

/** A day as statements write it (`Oct 2, 2026`, `2 Oct 2026`, `2026-10-02`, `02/10/2026` in a given order); undefined where it is none. Strict: a two-digit year is refused. */
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
 * The order of days and months that all days of a file agree on: one that has a number above 12 says it. `undefined` where none of them says it, though some
 * could be read both ways: a person must say, for a guess would put payments on wrong days. Of a file without such days the order does not matter.
 */
export function orderOf(texts: Iterable<string>): DateOrder | undefined {
  let isOpen = false
  for (const text of texts) {
    const [, one = '', , two = ''] = NUMBERS.exec(text) ?? []
    if (one === '' || one.length === 4) continue
    if (Number(one) > 12) return 'day-month-year'
    if (Number(two) > 12) return 'month-day-year'
    if (one !== two) isOpen = true
  }
  return isOpen ? undefined : 'day-month-year'
}

function monthNamed(name: string | undefined): string {
  const word = (name ?? '').toLowerCase()
  const place = word === 'sept' ? 8 : Math.max(MONTHS.indexOf(word), FULL_MONTHS.indexOf(word))
  return String(place + 1)
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): IsoDate | undefined {
  return year?.length === 4 ? isoDate(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`) : undefined
}
