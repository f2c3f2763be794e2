import { language, speak, wordsLocale, writeDays } from '../../shared/words/language.ts'
import { PSEUDO } from '../../shared/words/pseudo.ts'

// Main sets the page's language to its own.
if (document.documentElement.lang === PSEUDO.tag) speak(PSEUDO)

/**
 * The locale for numbers, from an attribute that main sets; the browser itself knows only the
 * language of the menus.
 */
export const LOCALE = document.documentElement.dataset['locale'] ?? (navigator.language || 'en')

/** The locale of the person's system, which also decides between 12-hour and 24-hour time. */
export const REGIONAL_LOCALE = document.documentElement.dataset['regional'] ?? LOCALE

// Main also sets the date format.
const { days, isoDays } = document.documentElement.dataset
if (days !== undefined) writeDays({ locale: days, isIso: isoDays !== undefined })

/**
 * The locale for `Intl` output that contains words, such as dates and lists: the app's language.
 */
export const WORDS_LOCALE = wordsLocale(LOCALE)

/** A text with its first letter in upper case, by the rules of the app's language. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language().tag) + text.slice(1)
}
