import { dayOf, type IsoDate } from '../../shared/dates/calendar.ts'
import { nearDateText } from './days.ts'
import { REGIONAL_LOCALE, WORDS_LOCALE } from './locale.ts'
import { words } from './say.tsx'

const { hourCycle } = new Intl.DateTimeFormat(REGIONAL_LOCALE, { hour: 'numeric' }).resolvedOptions()
const time = new Intl.DateTimeFormat(WORDS_LOCALE, {
  hour: '2-digit',
  minute: '2-digit',
  ...(hourCycle !== undefined && { hourCycle }),
})
const sizes = new Intl.NumberFormat(WORDS_LOCALE, { style: 'unit', unit: 'kilobyte', maximumSignificantDigits: 2 })
const largeSizes = new Intl.NumberFormat(WORDS_LOCALE, { style: 'unit', unit: 'megabyte', maximumSignificantDigits: 2 })

/**
 * A past moment in words (`today, 09:12`). The book's today may be fixed: anything later counts as
 * today.
 */
export function momentText(at: string, today: IsoDate): string {
  const moment = new Date(at)
  const day = dayOf(moment)
  return words('settings.moment', { day: nearDateText(day < today ? day : today, today), time: time.format(moment) })
}

/** A file size in kilobytes or megabytes; takes bytes. */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? sizes.format(bytes / 1_000) : largeSizes.format(bytes / 1_000_000)
}
