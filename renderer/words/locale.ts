import { language, speak, wordsLocale, writeDays } from '../../shared/words/language.ts'
import { PSEUDO } from '../../shared/words/pseudo.ts'

// The page bears the language that main speaks.
if (document.documentElement.lang === PSEUDO.tag) speak(PSEUDO)

/**
 * The locale in which this person writes numbers, as the page bears it; the browser itself knows
 * only the language of the menus.
 */
export const LOCALE = document.documentElement.dataset['locale'] ?? (navigator.language || 'en')

/** The locale of this person's system, which also says how hours are told. */
export const REGIONAL_LOCALE = document.documentElement.dataset['regional'] ?? LOCALE

// The page also bears how days are written.
const { days, isoDays } = document.documentElement.dataset
if (days !== undefined) writeDays({ locale: days, isIso: isoDays !== undefined })

/**
 * The locale of what `Intl` says in words, such as days and lists: in the language of all other
 * words.
 */
export const WORDS_LOCALE = wordsLocale(LOCALE)

/** The first letter of what becomes a sentence, in the language of the words. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language().tag) + text.slice(1)
}
