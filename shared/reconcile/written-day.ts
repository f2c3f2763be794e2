import { type IsoDate, isoDate } from '../dates/calendar.ts'
import { type DayWord, dayWords, foldDay } from '../dates/day-names.ts'
import type { StatementColumns } from './statement-fields.ts'

/** The order of day, month and year in a statement's numeric dates. */
export type DateOrder = NonNullable<StatementColumns['dateOrder']>

/** A day of three numbers in an order of the file's own, or one that needs no order. */
type WrittenDay =
  | { readonly numbers: readonly [string, string, string]; readonly mark: string }
  | { readonly day: IsoDate | undefined }

const ORDERS: readonly DateOrder[] = ['day-month-year', 'month-day-year', 'year-month-day']

/** The languages whose names of months and of days of the week are read, the most usual first. */
const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'nb', 'fi', 'cs', 'hu', 'tr']

/** No day is written longer, with its weekday, time and zone. */
const LONGEST = 60

const PLAIN_ISO = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[ap]m|z|h)?(?:[+-]\d{1,2}:?(?:\d{2})?)?$/
/** Words beside a time: halves of the day, zones, and their distance from Greenwich. */
const BESIDE_TIME =
  /^(?:am|pm|uhr|at|um|[aecmp][sd]t|bst|ist|jst|cet|cest|eet|eest|wet|z|(?:utc|gmt)?(?:[+-]\d{1,2}:?(?:\d{2})?)?)$/
/** A number of a day with what languages put behind it. */
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|o|a)$/
const NUMBERS = /^(\d{1,4}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{1,4})\.?$/

/**
 * Parses a day from a statement (`Oct 2, 2026`, `2 Oct 2026`, `2026-10-02`, `20261002`,
 * `Fr., 2. Oktober 2026, 10:30 Uhr`, or `02/10/2026` and `02.10.26` in a given order); undefined if
 * it is unreadable. A two-digit year is in this century.
 */
export function dayIn(text: string, order: DateOrder | undefined): IsoDate | undefined {
  const written = writtenDay(text)
  if (written === undefined) return undefined
  if ('day' in written) return written.day
  const [one, two, three] = written.numbers
  if (order === 'year-month-day' || one.length === 4) return dayOf(one, two, three)
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
    const written = writtenDay(text)
    if (written === undefined || 'day' in written || written.numbers[0].length === 4) continue
    const [, , three] = written.numbers
    for (const order of ORDERS) {
      // Some countries write a two-digit year first, but never with dots.
      const fits = order !== 'year-month-day' || (three.length <= 2 && written.mark !== '.')
      const day = fits ? dayIn(text, order) : undefined
      if (day !== undefined) read[order].push(day)
    }
  }
  const most = Math.max(...ORDERS.map(order => read[order].length))
  const [first, ...others] = ORDERS.filter(order => read[order].length === most)
  return first !== undefined && others.every(order => String(read[order]) === String(read[first])) ? first : undefined
}

function writtenDay(text: string): WrittenDay | undefined {
  if (text.length > LONGEST) return undefined
  if (PLAIN_ISO.test(text)) return { day: isoDate(text) }
  const folded = foldDay(text)
    .replace(/^(\d{4}-?\d{2}-?\d{2})t(?=\d)/, '$1 ')
    .replaceAll(/[年月년월]/g, '-')
    .replaceAll(/[日일]/g, '')
  const tokens = folded.split(/[\s,]+/).filter(token => token !== '')
  const rest = tokens.filter(token => !(TIME.test(token) || BESIDE_TIME.test(token)))
  // A time beside a time, or one alone, is no day.
  if (tokens.filter(token => TIME.test(token)).length > 1) return undefined
  const joined = rest.filter(token => !/^\p{L}/u.test(token) || !isWeekday(token, rest)).join(' ')
  if (/^(?:19|20)\d{6}$/.test(joined)) return { day: dayOf(joined.slice(0, 4), joined.slice(4, 6), joined.slice(6, 8)) }
  const numbers = NUMBERS.exec(joined)
  if (numbers !== null) {
    const [, one = '', mark = '', two = '', three = ''] = numbers
    return { numbers: [one, two, three], mark }
  }
  return namedDay(joined)
}

/** A day with its month by name: `2 oct 2026`, `oct 2 2026`, `2026-oct-2`. */
function namedDay(joined: string): WrittenDay | undefined {
  if (!/\p{L}{3}/u.test(joined)) return undefined
  const pieces = joined
    .split(/[ ./-]+/)
    .map(piece => ORDINAL.exec(piece)?.[1] ?? piece)
    .filter(piece => piece !== '' && (/^\d/.test(piece) || wordOf(piece)?.between !== true))
  if (pieces.length !== 3) return undefined
  const [one = '', two = '', three = ''] = pieces
  const second = monthNamed(two)
  if (second !== undefined) return { day: one.length === 4 ? dayOf(one, second, three) : dayOf(three, second, one) }
  const first = monthNamed(one)
  return first === undefined ? undefined : { day: dayOf(three, first, two) }
}

/** Abbreviations that banks write and no locale has. */
const BANKS_MONTHS: ReadonlyMap<string, number> = new Map([
  ['sept', 9],
  ['sett', 9],
  ['mrz', 3],
  ['janner', 1],
])

const known = new Map<string, DayWord | undefined>()
const MOST_KNOWN = 1_000

/** The meaning of a word in any of the languages; a month before a day of the week. */
function wordOf(word: string): DayWord | undefined {
  if (known.has(word)) return known.get(word)
  let found: DayWord | undefined
  for (const locale of LOCALES) {
    const meaning = dayWords(locale).get(word)
    if (meaning?.month !== undefined) {
      found = meaning
      break
    }
    found ??= meaning
  }
  if (known.size < MOST_KNOWN) known.set(word, found)
  return found
}

/** True for a day of the week; a word that is also a month is one if another word is the month. */
function isWeekday(token: string, tokens: readonly string[]): boolean {
  const word = token.replace(/\.$/, '')
  const meaning = wordOf(word)
  if (meaning === undefined) return false
  if (meaning.month === undefined) return meaning.weekday !== undefined
  return tokens.indexOf(token) === 0 && tokens.slice(1).some(other => monthNamed(other) !== undefined)
}

function monthNamed(word: string): string | undefined {
  const month = BANKS_MONTHS.get(word) ?? (/^\p{L}/u.test(word) ? wordOf(word)?.month : undefined)
  return month === undefined ? undefined : String(month)
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): IsoDate | undefined {
  const whole = year?.length === 2 ? `20${year}` : year
  return whole?.length === 4 && /^\d{4}$/.test(whole)
    ? isoDate(`${whole}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`)
    : undefined
}
