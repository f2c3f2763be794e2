import { type Formatters, IntlMessageFormat } from 'intl-messageformat'
import type { Parameter } from '../contract/refusals.ts'
import { formatAmount } from '../money/money.ts'
import type { WordKey } from './catalogue.ts'
import { daysAreIso, language, wordsLocale } from './language.ts'
import { isolatedText } from './shown-text.ts'

/**
 * The formats of a message: the person's locale for numbers and date order, and the decimals of its
 * currency.
 */
export interface Voice {
  readonly locale: string
  readonly decimals: number
}

function kept<T>(make: (locale: string, options: object) => T): (locales?: string | string[], options?: object) => T {
  const made = new Map<string, T>()
  return (locales = [], options = {}) => {
    const locale = [locales].flat()[0] ?? 'en'
    const name = `${language().tag} ${locale} ${wordsLocale(locale)} ${JSON.stringify(options)}`
    const format = made.get(name) ?? make(locale, options)
    made.set(name, format)
    return format
  }
}

/**
 * Numbers follow the region, but plurals follow the language: Japanese has one form, English has "1
 * entry" and "2 entries".
 */
const formatters: Formatters = {
  getNumberFormat: kept((locale, options) => new Intl.NumberFormat(locale, options)),
  getDateTimeFormat: kept((locale, options) => new Intl.DateTimeFormat(wordsLocale(locale), options)),
  getPluralRules: kept((_, options) => new Intl.PluralRules(language().tag, options)),
}

const messages = new Map<string, IntlMessageFormat>()

/** Returns the compiled message of a key, cached by language and locale. */
export function messageOf(key: WordKey, locale: string): IntlMessageFormat {
  const name = `${language().tag} ${locale} ${key}`
  let message = messages.get(name)
  if (message === undefined) {
    message = new IntlMessageFormat(language().messageOf(key), locale, undefined, { formatters })
    messages.set(name, message)
  }
  return message
}

/**
 * Returns the parameters for a message: money and days are formatted in the voice; a text that
 * could change the order of the words around it is isolated from them.
 */
export function spoken(params: Readonly<Record<string, Parameter>>, voice: Voice): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, spokenValue(value, voice)]))
}

function spokenValue(value: Parameter, voice: Voice): string | number {
  if (typeof value === 'object') return inVoice(value, voice)
  return typeof value === 'string' ? isolatedText(value) : value
}

const dayFormat = kept(locale => new Intl.DateTimeFormat(wordsLocale(locale), { dateStyle: 'medium', timeZone: 'UTC' }))

function inVoice(value: Extract<Parameter, object>, { locale, decimals }: Voice): string {
  if ('money' in value) return formatAmount(value.money, decimals, locale)
  return daysAreIso() ? value.day : dayFormat(locale).format(Date.parse(value.day))
}

/**
 * Returns the sentence of a key as plain text. Throws if a parameter of the message is missing: a
 * bug in Escrowbook.
 */
export function say(
  key: WordKey,
  params: Readonly<Record<string, Parameter>> = {},
  voice: Voice = { locale: 'en', decimals: 2 },
): string {
  return String(messageOf(key, voice.locale).format(spoken(params, voice)))
}
