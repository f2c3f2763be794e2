import { LARGEST_AMOUNT, type Minor, minor } from './money.ts'

/**
 * A typed amount as money, or its fault: empty, not an amount in this locale, more decimals than
 * the currency has, or above the largest amount.
 */
export type TypedAmount =
  | { readonly ok: true; readonly amount: Minor }
  | { readonly ok: false; readonly reason: 'empty' | 'not-a-number' | 'too-many-decimals' | 'too-large' }

interface Notation {
  readonly decimal: string
  readonly grouping: Intl.NumberFormat
  /** The locale's own digits, 0 to 9. */
  readonly digits: readonly string[]
}

const notations = new Map<string, Notation>()

function notationOf(locale: string): Notation {
  let notation = notations.get(locale)
  if (notation === undefined) {
    const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(part => part.type === 'decimal')?.value ?? '.'
    const digit = new Intl.NumberFormat(locale, { useGrouping: false })
    notation = {
      decimal,
      // 'always': in some locales four digits have no grouping mark, but a person may type one.
      grouping: new Intl.NumberFormat(locale, { useGrouping: 'always', maximumFractionDigits: 0 }),
      digits: Array.from({ length: 10 }, (_, value) => digit.format(value)),
    }
    notations.set(locale, notation)
  }
  return notation
}

/** `text` with the locale's own digits replaced by ASCII digits. */
function latin(text: string, { digits }: Notation): string {
  return digits.reduce((written, digit, value) => written.replaceAll(digit, String(value)), text)
}

/**
 * `text` with plain spaces, apostrophes and minus signs in place of their look-alikes: keyboards
 * have the plain ones, locales write the others. Direction marks are dropped.
 */
function plain(text: string): string {
  return text
    .replaceAll(/[\u00a0\u2009\u202f]/g, ' ')
    .replaceAll('’', "'")
    .replaceAll('−', '-')
    .replaceAll(/[\u200e\u200f\u061c]/g, '')
}

/**
 * Parses an amount typed in a locale: `400`, `1,234.5` (en), `1.234,50` (de), `1 234,50` (fr),
 * `.5`. Strict: marks must be where the locale puts them, digits must be ASCII or the locale's own,
 * and all text must be consumed; ambiguous text is refused, never guessed. `decimals` are those of
 * the currency. Returns minor units, negative after a minus sign.
 */
export function parseAmount(text: string, decimals: number, locale: string): TypedAmount {
  const notation = notationOf(locale)
  let typed = latin(plain(text).trim(), notation)
  if (typed === '') return { ok: false, reason: 'empty' }
  const negative = typed.startsWith('-')
  if (negative) typed = typed.slice(1)
  const parts = typed.split(notation.decimal)
  const [whole = '', fraction = ''] = parts
  if (parts.length > 2 || !/^\d*$/.test(fraction) || whole + fraction === '')
    return { ok: false, reason: 'not-a-number' }
  const digits = whole.replaceAll(/\D/g, '')
  if (whole !== digits && (digits === '' || whole !== latin(plain(notation.grouping.format(BigInt(digits))), notation)))
    return { ok: false, reason: 'not-a-number' }
  if (fraction.length > decimals) return { ok: false, reason: 'too-many-decimals' }
  const units = BigInt(`${digits}${fraction.padEnd(decimals, '0')}` || '0')
  if (units > BigInt(LARGEST_AMOUNT)) return { ok: false, reason: 'too-large' }
  return { ok: true, amount: minor(negative ? -Number(units) : Number(units)) }
}
