import { daysBetween, type IsoDate } from '../../shared/dates/calendar.ts'
import { fromToday } from '../../shared/words/from-today.ts'
import { daysAreIso } from '../../shared/words/language.ts'
import { LOCALE, WORDS_LOCALE } from './locale.ts'

/** Deadlines fewer days away than this are highlighted. */
const SOON_DAYS = 3
/**
 * The largest distance, in days, that is worded relative to today; dates further away are written
 * out.
 */
const NEAR_DAYS = 14

const thisYear = new Intl.DateTimeFormat(WORDS_LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' })
const FULL: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }
const otherYear = new Intl.DateTimeFormat(WORDS_LOCALE, FULL)

const atMidnight = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`)

/** A date in words, with its year unless it is today's. */
export function dateText(day: IsoDate, today: IsoDate): string {
  if (daysAreIso()) return day
  return (day.slice(0, 4) === today.slice(0, 4) ? thisYear : otherYear).format(atMidnight(day))
}

/** A date in words, always with its year. */
export function fullDateText(day: IsoDate): string {
  return daysAreIso() ? day : otherYear.format(atMidnight(day))
}

/** A date in words, always with its year, as another locale for words writes it. */
export function fullDateIn(locale: string, day: IsoDate): string {
  return new Intl.DateTimeFormat(locale, FULL).format(atMidnight(day))
}

/** A date relative to today if it is near (`tomorrow`, `in 5 days`), else written out. */
export function nearDateText(day: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, day)
  return Math.abs(days) <= NEAR_DAYS ? fromToday(days, LOCALE) : dateText(day, today)
}

/** A date relative to today, however far away (`in 40 days`). */
export function fromTodayText(day: IsoDate, today: IsoDate): string {
  return fromToday(daysBetween(today, day), LOCALE)
}

/** True if a deadline is near enough to be highlighted. */
export function isSoon(day: IsoDate, today: IsoDate): boolean {
  return daysBetween(today, day) < SOON_DAYS
}
