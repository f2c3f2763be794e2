import type { IsoDate } from '../../shared/dates/calendar.ts'
import { daysAreIso } from '../../shared/words/language.ts'
import { WORDS_LOCALE } from '../words/locale.ts'

const days = new Intl.DateTimeFormat(WORDS_LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** The first and last day as one text (`Aug 10 – Nov 20, 2026`). */
export function periodText({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }): string {
  if (daysAreIso()) return `${from} – ${to}`
  return days.formatRange(new Date(from), new Date(to))
}
