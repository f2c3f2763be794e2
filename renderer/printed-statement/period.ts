import type { IsoDate } from '../../shared/calendar.ts'
import { LOCALE } from '../words/locale.ts'

const days = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** The first and last day as one text (`Aug 10 – Nov 20, 2026`). */
export function periodText({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }): string {
  return days.formatRange(new Date(from), new Date(to))
}
