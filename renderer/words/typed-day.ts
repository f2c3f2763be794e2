import { addDays, type IsoDate, isoDate } from '../../shared/dates/calendar.ts'
import { foldDay } from '../../shared/dates/day-names.ts'
import { readDay } from '../../shared/dates/day-text.ts'
import { type DayWriting, writeDay } from '../../shared/dates/day-writing.ts'
import { daysOfMonth } from '../../shared/dates/period.ts'
import type { DayUse, TypedDay } from '../../shared/dates/typed-day.ts'
import { daysAreIso } from '../../shared/words/language.ts'
import { selector } from '../../shared/words/selector.ts'
import { dateText, fromTodayText, fullDateText } from './days.ts'
import { LOCALE, WORDS_LOCALE } from './locale.ts'
import { type Text, words } from './say.tsx'

/** A field's rules for its day: its use, today, and the latest day of an entry. */
export interface DayRules {
  readonly use: DayUse
  readonly today: IsoDate
  /** The default is today. */
  readonly last?: IsoDate | undefined
  /** The day that is recorded already, which no rule of the field refuses. */
  readonly kept?: string | undefined
}

/**
 * The way this person writes days; names of months are understood in their region's language too.
 */
const WRITING: DayWriting = { locale: WORDS_LOCALE, isIso: daysAreIso(), other: LOCALE }

const weekdayFormat = new Intl.DateTimeFormat(WORDS_LOCALE, { weekday: 'short', timeZone: 'UTC' })
const longWeekdayFormat = new Intl.DateTimeFormat(WORDS_LOCALE, { weekday: 'long', timeZone: 'UTC' })
const monthFormat = new Intl.DateTimeFormat(WORDS_LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** Reads a day typed in a field. */
export function dayTyped(text: string, { use, today, last = today, kept }: DayRules): TypedDay {
  const typed = readDay(text, use, { today, last, writing: WRITING })
  const isRuled = !typed.ok && (typed.fault === 'too-early' || typed.fault === 'after-last')
  return isRuled && typed.day !== undefined && typed.day === kept ? { ok: true, day: typed.day } : typed
}

/** True if nothing is typed but blanks and invisible characters. */
export function isNoDay(text: string): boolean {
  return foldDay(text) === ''
}

/** A day as its field shows it, in the person's format. */
export function dayInField(day: IsoDate): string {
  return writeDay(day, WRITING)
}

/** A field's value as it is shown: a day in the person's format, other text as typed. */
export function shownInField(value: string): string {
  const day = isoDate(value)
  return day === undefined ? value : dayInField(day)
}

/** A day with its day of the week: `Sat, Jul 4, 2026`. */
export function dayWithWeekday(day: IsoDate): string {
  return `${weekdayFormat.format(Date.parse(day))}, ${fullDateText(day)}`
}

/** The month of a day: `July 2026`. */
export function monthText(day: IsoDate): string {
  return monthFormat.format(Date.parse(day))
}

/** The promise of a field: the day that it gives, as seen from today too. */
export function promiseText(day: IsoDate, today: IsoDate): Text {
  return { key: 'day.says', params: { day: dayWithWeekday(day), when: fromTodayText(day, today) } }
}

/** The fault of a typed day in words; undefined if it has none, or nothing is typed. */
export function dayFaultText(typed: TypedDay, { today, last = today }: DayRules): string | undefined {
  if (typed.ok || typed.fault === 'empty') return undefined
  const { day = today, near, number = 0, order = 'year-first' } = typed
  const example = dayInField(near[0] ?? today)
  switch (typed.fault) {
    case 'unreadable':
      return words('day.unreadable', { example })
    case 'unfinished':
      return words('day.unfinished', { example })
    case 'no-such-month':
      return words('day.no-such-month', { number, order: selector(order), example })
    case 'no-such-day':
      return words('day.no-such-day', { month: monthText(day), days: Number(day.slice(8)), example })
    case 'other-weekday':
      return words('day.other-weekday', {
        day: fullDateText(day),
        weekday: longWeekdayFormat.format(Date.parse(day)),
      })
    case 'two-ways':
      return words('day.two-ways', { one: fullDateText(day), other: fullDateText(near[1] ?? day) })
    case 'too-early':
      return words('day.too-early')
    case 'after-last':
      return words('day.after-last', {
        day: dateText(day, today),
        last: dateText(last, today),
        isToday: last === today ? 'yes' : 'no',
      })
  }
}

/**
 * The same day of another month, or its last day if it is shorter; the day itself at the ends of
 * the calendar.
 */
export function monthsLater(day: IsoDate, months: number): IsoDate {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const year = Math.floor(count / 12)
  if (year < 1 || year > 9999) return day
  const { from, to } = daysOfMonth(year, (count % 12) + 1)
  return addDays(from, Math.min(Number(day.slice(8)), Number(to.slice(8))) - 1)
}
