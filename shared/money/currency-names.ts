import { CURRENCIES } from './currencies.ts'

/** In the United States `$` is their own dollar, elsewhere it is `US$`. */
const ENGLISH = ['en', 'en-001']

const kept = new Map<string, ReadonlySet<string>>()

/**
 * The ways a currency is written beside an amount, in lower case and without blanks: its code, and
 * its symbols in this locale and in English (`usd`, `us$`, `$`).
 */
export function namesOf(currency: string, locale: string): ReadonlySet<string> {
  const key = `${currency} ${locale}`
  let names = kept.get(key)
  if (names === undefined) {
    const symbols = [locale, ...ENGLISH].flatMap(each => symbolsOf(currency, each))
    names = new Set([currency, ...symbols].map(comparable))
    kept.set(key, names)
  }
  return names
}

/** True if a text names a currency: its code or symbol, or any three capital letters. */
export function isCurrencyName(text: string, locale: string): boolean {
  return (
    /^[A-Z]{3}$/.test(text) ||
    /^[^\p{L}\p{N}]*\p{Sc}$/u.test(text) ||
    CURRENCIES.some(currency => namesOf(currency, locale).has(comparable(text)))
  )
}

/** A currency's name in the form that is compared. */
export function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\s]/gu, '')
    .toLowerCase()
}

function symbolsOf(currency: string, locale: string): readonly string[] {
  return (['symbol', 'narrowSymbol'] as const).map(
    currencyDisplay =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
        .formatToParts(1)
        .find(part => part.type === 'currency')?.value ?? currency,
  )
}
