import type { IntlMessageFormat } from 'intl-messageformat'
import { CATALOGUE, type WordKey } from './catalogue.ts'

/** A message in ICU syntax, or as it is once parsed. */
export type Message = ConstructorParameters<typeof IntlMessageFormat>[0]

/**
 * A language that the app can speak. Amounts and numbers do not follow it, but the person's region.
 */
export interface Language {
  /** By which `Intl` knows its plurals, its months and its “in 3 days”. */
  readonly tag: string
  /** The locale of its days and times in a region that it has none of its own for. */
  readonly elsewhere: string
  readonly direction: 'ltr' | 'rtl'
  /** What it says for a key. */
  readonly messageOf: (key: WordKey) => Message
}

/** The language that the catalogue is written in. */
export const ENGLISH: Language = { tag: 'en', elsewhere: 'en-001', direction: 'ltr', messageOf: key => CATALOGUE[key] }

let spoken = ENGLISH

/** Speaks another language from now on. To be called before anything is said. */
export function speak(language: Language): void {
  spoken = language
}

/** The language that is spoken. */
export function language(): Language {
  return spoken
}

/**
 * How days are written: in the order that the region of a locale is used to, or as `2026-11-20`.
 */
export interface DayStyle {
  readonly locale: string
  readonly isIso: boolean
}

let dayStyle: DayStyle | null = null

/** Writes days so from now on, whatever the locale of the numbers beside them. */
export function writeDays(style: DayStyle): void {
  dayStyle = style
}

/** Whether days are written as `2026-11-20`. */
export function daysAreIso(): boolean {
  return dayStyle?.isIso === true
}

const locales = new Map<string, string>()

/**
 * The locale for what `Intl` says in words, days above all: those of the language that is spoken,
 * so that a sentence is in one language, in the order that the person chose, or else the region of
 * `numbers` is used to (in English `5 Dec` in de-CH, `Dec 5` in en-US).
 */
export function wordsLocale(numbers: string): string {
  const locale = dayStyle?.locale ?? numbers
  const { tag, elsewhere } = spoken
  const name = `${tag} ${locale}`
  const known = locales.get(name)
  if (known !== undefined) return known
  const asked = new Intl.Locale(locale)
  const own = new Intl.Locale(tag).language
  const chosen = asked.language === own ? locale : (regionalOf(own, asked) ?? elsewhere)
  locales.set(name, chosen)
  return chosen
}

/** A language as another one's region writes it, where `Intl` knows how; to ask takes a moment. */
function regionalOf(language: string, asked: Intl.Locale): string | undefined {
  const regional = `${language}-${asked.maximize().region ?? ''}`
  return new Intl.DateTimeFormat(regional).resolvedOptions().locale === regional ? regional : undefined
}
