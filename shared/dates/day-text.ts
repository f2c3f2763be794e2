import { addDays, type IsoDate } from './calendar.ts'
import { type DayWord, dayWords, foldDay } from './day-names.ts'
import { type DayOrder, type DayWriting, dayNumbers } from './day-writing.ts'
import { type Candidate, type DayUse, settled, type TypedDay, weekdayOf } from './typed-day.ts'

/** A number, a word, or what stands between two numbers. */
type Token = { readonly number: string } | { readonly word: DayWord; readonly text: string } | { readonly mark: string }

/**
 * Reads a day as a person types it: `2026-07-04`, `4 jul`, `July 4, 2026`, `4.7.`, `7/4` in the
 * order of `writing`, `yesterday`, `monday`, `-3`. Dots put the day first where a locale has no
 * dots of its own, and a year of four digits in front always means year, month, day. Text that
 * could be two days is refused, never guessed. `today` decides the year of a day without one, see
 * `DayUse`; `last` is the latest day of an entry.
 */
export function readDay(
  text: string,
  use: DayUse,
  { today, last = today, writing }: { readonly today: IsoDate; readonly last?: IsoDate; readonly writing: DayWriting },
): TypedDay {
  const folded = foldDay(text)
  if (folded === '') return { ok: false, fault: 'empty', near: [] }
  const candidate = candidateIn(folded, use, today, writing)
  return typeof candidate === 'string'
    ? { ok: false, fault: candidate, near: [] }
    : settled(candidate, use, today, last)
}

type Unread = 'unreadable' | 'unfinished'

function candidateIn(folded: string, use: DayUse, today: IsoDate, writing: DayWriting): Candidate | Unread {
  const [, sign, away] = /^([+-]) ?(\d{1,4})$/.exec(folded) ?? []
  if (away !== undefined) return { day: addDays(today, sign === '-' ? -Number(away) : Number(away)) }
  const tokens = tokensIn(folded, writing)
  if (tokens === null) return 'unreadable'
  const numbers = tokens.flatMap(token => ('number' in token ? [token.number] : []))
  const words = tokens.flatMap(token => ('word' in token ? [token] : []))
  const months = monthsIn(words)
  if (months === null) return 'unreadable'
  const [month] = months
  const weekday = words.find(({ word }) => word.weekday !== undefined && !word.between && word !== month)?.word.weekday
  const relative = words.find(({ word }) => word.away !== undefined)?.word.away
  if (month?.month !== undefined) return named(numbers, month.month, weekday)
  if (numbers.length > 0) return inNumbers(numbers, marksIn(tokens), weekday, writing)
  if (relative !== undefined && words.length === 1) return { day: addDays(today, relative) }
  return weekday !== undefined && words.length === 1 ? { day: nearestWeekday(weekday, use, today) } : 'unreadable'
}

/** The latest such day of the week that is not after today; for a due date, the next. */
function nearestWeekday(weekday: number, use: DayUse, today: IsoDate): IsoDate {
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  return addDays(today, use === 'due' || ahead === 0 ? ahead : ahead - 7)
}

/**
 * The month among the words; none if there is none, null if there are two. A word that is a day of
 * the week too is a month only if no later word is one.
 */
function monthsIn(words: readonly { readonly word: DayWord }[]): readonly DayWord[] | null {
  let months = words.map(({ word }) => word).filter(({ month }) => month !== undefined)
  while (months.length > 1) {
    const [first, ...others] = months
    const other = months.findIndex(({ weekday }) => weekday !== undefined)
    if (first?.weekday === undefined && other < 0) return null
    months = first?.weekday === undefined ? months.filter((_, index) => index !== other) : others
  }
  return months
}

/** A day whose month is a name. The year is the number with four digits, else the last of two. */
function named(numbers: readonly string[], month: number, weekday: number | undefined): Candidate | Unread {
  const [one = '', two] = numbers
  if (numbers.length === 0 || (two === undefined && one.length === 4)) return 'unfinished'
  if (two === undefined) return one.length > 2 ? 'unreadable' : { month, dayOfMonth: Number(one), weekday }
  if (numbers.length > 2) return 'unreadable'
  const [day, year] = one.length === 4 ? [two, one] : [one, two]
  if (day.length > 2) return 'unreadable'
  const whole = wholeYear(year)
  return whole === undefined ? 'unfinished' : { year: whole, month, dayOfMonth: Number(day), weekday }
}

function inNumbers(
  numbers: readonly string[],
  marks: readonly string[],
  weekday: number | undefined,
  writing: DayWriting,
): Candidate | Unread {
  const own = dayNumbers(writing)
  const [one = '', two = '', three] = numbers
  const [mark = ' '] = marks
  if (numbers.length > 3 || marks.slice(0, numbers.length - 1).some(each => each !== mark)) return 'unreadable'
  const isLeftOpen = marks.length >= numbers.length && !['.', ' '].includes(marks.at(-1) ?? ' ')
  if (numbers.length === 1) return one.length > 4 ? 'unreadable' : 'unfinished'
  const order: DayOrder = mark === '.' && own.mark !== '.' ? 'day-first' : own.order
  if (three === undefined) {
    if (isLeftOpen || one.length > 2 || two.length > 2) return one.length > 4 ? 'unreadable' : 'unfinished'
    return order === 'day-first'
      ? { month: Number(two), dayOfMonth: Number(one), order, weekday }
      : { month: Number(one), dayOfMonth: Number(two), order, weekday }
  }
  if (isLeftOpen || two.length > 2) return 'unreadable'
  if (one.length === 4 || (order === 'year-first' && one.length <= 2 && three.length <= 2)) {
    const year = wholeYear(one)
    return year === undefined || three.length > 2
      ? 'unreadable'
      : { year, month: Number(two), dayOfMonth: Number(three), order: 'year-first', weekday }
  }
  const year = wholeYear(three)
  if (one.length > 2) return 'unreadable'
  if (year === undefined) return three.length > 4 ? 'unreadable' : 'unfinished'
  const dayFirst: Candidate = { year, month: Number(two), dayOfMonth: Number(one), order: 'day-first', weekday }
  const monthFirst: Candidate = { year, month: Number(one), dayOfMonth: Number(two), order: 'month-first', weekday }
  if (order !== 'year-first') return order === 'day-first' ? dayFirst : monthFirst
  // This order has no year at the end: only one of the others may fit.
  return Number(one) > 12 ? dayFirst : Number(two) > 12 ? monthFirst : { ...dayFirst, or: monthFirst }
}

/** Four digits as they are, two in this century; undefined for any other number. */
function wholeYear(digits: string): number | undefined {
  return digits.length === 4 ? Number(digits) : digits.length === 2 ? 2000 + Number(digits) : undefined
}

/** The marks that stand right after a number, in order. */
function marksIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1]
    return 'mark' in token && before !== undefined && 'number' in before ? [token.mark] : []
  })
}

/** Splits a folded day into numbers, known words and marks; null if a word is not known. */
function tokensIn(folded: string, { locale, other }: DayWriting): readonly Token[] | null {
  const known = [locale, ...(other === undefined ? [] : [other])].map(dayWords)
  const tokens: Token[] = []
  for (let at = 0; at < folded.length; ) {
    const rest = folded.slice(at)
    const found = wordAt(folded, at, known)
    const number = /^\d+/.exec(rest)?.[0]
    const mark = /^[ ,./·-]+/.exec(rest)?.[0]
    if (found !== undefined) tokens.push(found)
    else if (number !== undefined) tokens.push({ number })
    else if (mark !== undefined) tokens.push({ mark: mark.replaceAll(/[ ,]/g, '') || ' ' })
    else return null
    at += (found?.text ?? number ?? mark ?? '').length
  }
  return tokens
}

/** The longest known word at a place, or a month of which at least three letters are typed. */
function wordAt(
  folded: string,
  at: number,
  known: readonly ReadonlyMap<string, DayWord>[],
): { readonly word: DayWord; readonly text: string } | undefined {
  for (const words of known) {
    let longest = ''
    for (const name of words.keys())
      if (name.length > longest.length && folded.startsWith(name, at) && endsAt(folded, at, at + name.length))
        longest = name
    const word = words.get(longest)
    if (word !== undefined) return { word, text: longest }
  }
  const typed = /^[\p{L}\p{M}]{3,}/u.exec(folded.slice(at))?.[0]
  if (typed === undefined) return undefined
  const begun = known.flatMap(words => [...words].filter(([name, word]) => word.month && name.startsWith(typed)))
  const month = begun[0]?.[1].month
  return month !== undefined && begun.every(([, word]) => word.month === month)
    ? { word: { month }, text: typed }
    : undefined
}

/** True if a word may begin and end there: it is no part of a longer word or number. */
function endsAt(folded: string, from: number, to: number): boolean {
  const apart = (before: string, after: string): boolean =>
    !(/\d/.test(before) && /\d/.test(after)) && !(PARTED.test(before) && PARTED.test(after))
  return apart(folded.charAt(from - 1), folded.charAt(from)) && apart(folded.charAt(to - 1), folded.charAt(to))
}

/** Letters of scripts that put blanks between words, and no prefix on the name of a month. */
const PARTED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u
