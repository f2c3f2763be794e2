import { wordsLocale } from './language.ts'

const formats = new Map<string, Intl.RelativeTimeFormat>()

/**
 * Returns a day as seen from today (`tomorrow`, `in 5 days`, `2 days ago`) in the current language.
 * Takes the number of days until then and the locale of the person's numbers. Screens and reminders
 * both say a deadline this way.
 */
export function fromToday(days: number, numbers: string): string {
  const locale = wordsLocale(numbers)
  const format = formats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  formats.set(locale, format)
  return format.format(days, 'day')
}
