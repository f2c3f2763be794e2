import type { Preferences } from '../../shared/api/preferences.ts'
import { dayLocale, numberLocale } from '../../shared/formats.ts'
import type { DayStyle } from '../../shared/words/language.ts'

/**
 * How this person's numbers and days are written, as they chose or as their system does; asked anew
 * each time, for they may choose again.
 */
export interface Formats {
  /** Of the system's regional settings, whatever was chosen. */
  readonly regional: string
  /** In which numbers are written and read. */
  readonly locale: string
  readonly days: DayStyle
}

/** The formats as the preferences have them. */
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
