import type { IntlMessageFormat } from 'intl-messageformat'
import { CATALOGUE, type WordKey } from './catalogue.ts'

/** A message in ICU syntax, or already parsed. */
export type Message = ConstructorParameters<typeof IntlMessageFormat>[0]

/** A language of the app. Amounts and numbers follow the person's region instead. */
export interface Language {
  /** The tag that selects plurals, month names and “in 3 days” in `Intl`. */
  readonly tag: string
  /** The locale for its days and times in a region that `Intl` does not know it in. */
  readonly elsewhere: string
  readonly direction: 'ltr' | 'rtl'
  /** Returns the message of a key. */
  readonly messageOf: (key: WordKey) => Message
}

/** The language of the catalogue. */
export const ENGLISH: Language = { tag: 'en', elsewhere: 'en-001', direction: 'ltr', messageOf: key => CATALOGUE[key] }

let spoken = ENGLISH

/** Switches to another language. Must be called before any text is formatted. */
export function speak(language: Language): void {
  spoken = language
}

/** The current language. */
export function language(): Language {
  return spoken
}

/** The style of dates: the order of a locale's region, or `2026-11-20`. */
export interface DayStyle {
  readonly locale: string
  readonly isIso: boolean
}

let dayStyle: DayStyle | null = null

/** Sets the style of dates, independent of the locale for numbers. */
export function writeDays(style: DayStyle): void {
  dayStyle = style
}

/** Returns whether dates are written as `2026-11-20`. */
export function daysAreIso(): boolean {
  return dayStyle?.isIso === true
}

const locales = new Map<string, string>()

/**
 * Returns the locale for text from `Intl`, above all dates. Its language is the current one, so
 * that a sentence stays in one language; its date order is the person's choice, or that of the
 * region of `numbers` (in English `5 Dec` in de-CH, `Dec 5` in en-US).
 */
export function wordsLocale(numbers: string): string {
  return localeOfWords(dayStyle?.locale ?? numbers)
}

/** Returns the same for dates in the order of `locale`, whatever the person chose. */
export function localeOfWords(locale: string): string {
  const { tag, elsewhere } = spoken
  const name = `${tag} ${locale}`
  const known = locales.get(name)
  if (known !== undefined) return known
  const asked = new Intl.Locale(locale)
  const own = new Intl.Locale(tag).language
  const chosen = asked.language === own ? locale : (regionalOf(own, asked) ?? elsewhere)
  const inBook = withBookCalendar(chosen)
  locales.set(name, inBook)
  return inBook
}

/** Returns a locale with the calendar of the book, if it writes another one's years. */
function withBookCalendar(locale: string): string {
  const { calendar } = new Intl.DateTimeFormat(locale).resolvedOptions()
  return calendar === 'gregory' ? locale : new Intl.Locale(locale, { calendar: 'gregory' }).toString()
}

/**
 * Returns a language in the variant of another locale's region, if `Intl` has it. Slow: callers
 * cache it.
 */
function regionalOf(language: string, asked: Intl.Locale): string | undefined {
  const regional = `${language}-${asked.maximize().region ?? ''}`
  return new Intl.DateTimeFormat(regional).resolvedOptions().locale === regional ? regional : undefined
}
