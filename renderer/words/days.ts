import { daysBetween, type IsoDate } from '../../shared/dates/calendar.ts'
import { fromToday } from '../../shared/words/from-today.ts'
import { daysAreIso } from '../../shared/words/language.ts'
import { LOCALE, WORDS_LOCALE } from './locale.ts'

/** A deadline nearer than this stands out. */
const SOON_DAYS = 3
/** Up to here a day is said from today, beyond it by its date. */
const NEAR_DAYS = 14

const thisYear = new Intl.DateTimeFormat(WORDS_LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' })
const otherYear = new Intl.DateTimeFormat(WORDS_LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

const atMidnight = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`)

/** A day as a person writes it, with its year when it is another one than today's. */
export function dateText(day: IsoDate, today: IsoDate): string {
  if (daysAreIso()) return day
  return (day.slice(0, 4) === today.slice(0, 4) ? thisYear : otherYear).format(atMidnight(day))
}

/** A day with its year, whatever today is. */
export function fullDateText(day: IsoDate): string {
  return daysAreIso() ? day : otherYear.format(atMidnight(day))
}

/** A day as seen from today when it is near (`tomorrow`, `in 5 days`), else its date. */
export function nearDateText(day: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, day)
  return Math.abs(days) <= NEAR_DAYS ? fromToday(days, LOCALE) : dateText(day, today)
}

/** A day always as seen from today (`in 40 days`). */
export function fromTodayText(day: IsoDate, today: IsoDate): string {
  return fromToday(daysBetween(today, day), LOCALE)
}

/** True for a deadline so near that it must stand out. */
export function isSoon(day: IsoDate, today: IsoDate): boolean {
  return daysBetween(today, day) < SOON_DAYS
}
