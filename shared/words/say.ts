import { IntlMessageFormat } from 'intl-messageformat'
import { formatAmount } from '../money.ts'
import type { Parameter } from '../refusals.ts'
import { CATALOGUE, type WordKey } from './catalogue.ts'

/** How words are said: the person's locale for numbers and dates, and the decimals of the currency that amounts are in. */
export interface Voice {
  readonly locale: string
  readonly decimals: number
}

const messages = new Map<string, IntlMessageFormat>()

/** The compiled message of a key, made once a locale. */
export function messageOf(key: WordKey, locale: string): IntlMessageFormat {
  const name = `${locale} ${key}`
  let message = messages.get(name)
  if (message === undefined) {
    message = new IntlMessageFormat(CATALOGUE[key], locale)
    messages.set(name, message)
  }
  return message
}

/** Parameters as a message takes them: money and days formatted in the voice, the rest as it is. */
export function spoken(params: Readonly<Record<string, Parameter>>, voice: Voice): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? inVoice(value, voice) : value]))
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

function inVoice(value: Extract<Parameter, object>, { locale, decimals }: Voice): string {
  if ('money' in value) return formatAmount(value.money, decimals, locale)
  const format = dayFormats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  dayFormats.set(locale, format)
  return format.format(Date.parse(value.day))
}

/** The sentence of a key, as plain text. Throws where a parameter of the message is missing: a bug of ours. */
export function say(key: WordKey, params: Readonly<Record<string, Parameter>> = {}, voice: Voice = { locale: 'en', decimals: 2 }): string {
  return String(messageOf(key, voice.locale).format(spoken(params, voice)))
}
