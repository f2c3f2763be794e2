import type { Preferences } from '../../shared/api/preferences.ts'
import { dayLocale, numberLocale } from '../../shared/formats.ts'
import type { DayStyle } from '../../shared/words/language.ts'

/**
 * The person's formats of numbers and days, as chosen or as their system has them. Read them each
 * time: the person may choose again.
 */
export interface Formats {
  /** The locale of the system's regional settings, whatever was chosen. */
  readonly regional: string
  /** The locale in which numbers are written and read. */
  readonly locale: string
  readonly days: DayStyle
}

/** Returns the formats that follow the preferences. */
export function formatsOf(regional: string, preferences: () => Preferences): Formats {
  return {
    regional,
    get locale() {
      return numberLocale(preferences().numberFormat, regional)
    },
    get days() {
      const { dateFormat } = preferences()
      return { locale: dayLocale(dateFormat, regional), isIso: dateFormat === 'iso' }
    },
  }
}
