import { withAsciiNumerals, withoutInvisible } from '../digits/digits.ts'
import { comparable, isCurrencyName, namesOf } from './currency-names.ts'
import { formatAmount, LARGEST_AMOUNT, type Minor, minor } from './money.ts'

/**
 * A typed amount as money, or its fault: empty, not an amount in this locale, in another currency,
 * more decimals than the currency has, or above the largest amount.
 */
export type TypedAmount =
  | { readonly ok: true; readonly amount: Minor }
  | { readonly ok: false; readonly reason: Exclude<AmountFault, 'other-currency'> }
  /** `given` is the currency's name as typed. */
  | { readonly ok: false; readonly reason: 'other-currency'; readonly given: string }

type AmountFault = 'empty' | 'not-a-number' | 'other-currency' | 'too-many-decimals' | 'too-large'

interface Notation {
  readonly decimal: string
  readonly grouping: Intl.NumberFormat
}

const notations = new Map<string, Notation>()

function notationOf(locale: string): Notation {
  let notation = notations.get(locale)
  if (notation === undefined) {
    const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(part => part.type === 'decimal')?.value ?? '.'
    // 'always': in some locales four digits have no grouping mark, but a person may type one.
    notation = {
      decimal,
      grouping: new Intl.NumberFormat(locale, { useGrouping: 'always', maximumFractionDigits: 0 }),
    }
    notations.set(locale, notation)
  }
  return notation
}

/**
 * `text` with ASCII digits, and with plain spaces, apostrophes and minus signs in place of their
 * look-alikes: keyboards have the plain ones, locales write the others. Invisible characters are
 * dropped.
 */
function plain(text: string): string {
  return withAsciiNumerals(withoutInvisible(text))
    .replaceAll(/[\p{Zs}\t]/gu, ' ')
    .replaceAll('’', "'")
    .replaceAll('−', '-')
}

const ARABIC_MARK = '\u066b'

/**
 * The text with the locale's decimal mark. Many keyboards lack U+066B: where it is the mark, a
 * point or a comma, which group nothing there, stand for it.
 */
function withOwnMark(text: string, { decimal }: Notation): string {
  return decimal === ARABIC_MARK ? text.replaceAll(/[.,\u060c]/g, decimal) : text
}

/**
 * Parses an amount typed in a locale: `400`, `1,234.5` (en), `1.234,50` (de), `1 234,50` (fr),
 * `.5`, with the name of its currency before or after it, or both (`$1,234.50`, `5 USD`). Strict:
 * marks must be where the locale puts them, all text must be consumed, and a text with two readings
 * is refused, never guessed. Digits may be of any script. `decimals` are those of the currency;
 * without a currency no name is accepted. Returns minor units, negative after a minus sign.
 */
export function parseAmount(text: string, decimals: number, locale: string, currency?: string): TypedAmount {
  const typed = plain(text).trim()
  if (typed === '') return { ok: false, reason: 'empty' }
  const notation = notationOf(locale)
  const found = /^(\D*)(\d(?:.*\d)?)(\D*)$/su.exec(typed)
  if (found === null) return { ok: false, reason: 'not-a-number' }
  const [, before = '', digits = '', after = ''] = found
  const negative = before.includes('-')
  const front = unitIn(before.replace('-', ''), notation, 'before')
  const back = unitIn(after, notation, 'after')
  for (const unit of [front.unit, back.unit]) {
    if (unit === '' || (currency !== undefined && namesOf(currency, locale).has(comparable(unit)))) continue
    return currency !== undefined && isCurrencyName(unit, locale)
      ? { ok: false, reason: 'other-currency', given: unit }
      : { ok: false, reason: 'not-a-number' }
  }
  const amount = numberIn(`${front.mark}${digits}${back.mark}`, decimals, notation)
  return amount.ok && negative ? { ok: true, amount: minor(-amount.amount) } : amount
}

/**
 * The name of a currency beside the digits, apart from a decimal mark that touches them (`$.5`,
 * `5.`). After a letter, the mark may end an abbreviation (`Rs.5`): it stays with the name.
 */
function unitIn(text: string, notation: Notation, side: 'before' | 'after') {
  const own = withOwnMark(text, notation)
  const isMarked = side === 'before' ? own.endsWith(notation.decimal) : own.startsWith(notation.decimal)
  const rest = side === 'before' ? text.slice(0, -1) : text.slice(1)
  if (!isMarked || (side === 'before' && /\p{L}$/u.test(rest))) return { unit: text.trim(), mark: '' }
  return { unit: rest.trim(), mark: notation.decimal }
}

function numberIn(text: string, decimals: number, notation: Notation): TypedAmount {
  const parts = withOwnMark(text, notation).split(notation.decimal)
  const [whole = '', fraction = ''] = parts
  if (parts.length > 2 || !/^\d*$/.test(fraction)) return { ok: false, reason: 'not-a-number' }
  const digits = whole.replaceAll(/\D/g, '')
  if (whole !== digits && (digits === '' || whole !== plain(notation.grouping.format(BigInt(digits)))))
    return { ok: false, reason: 'not-a-number' }
  if (fraction.length > decimals) return { ok: false, reason: 'too-many-decimals' }
  const units = BigInt(`${digits}${fraction.padEnd(decimals, '0')}` || '0')
  if (units > BigInt(LARGEST_AMOUNT)) return { ok: false, reason: 'too-large' }
  return { ok: true, amount: minor(Number(units)) }
}

/** An amount as one may be typed in a locale (`1.234,50`), for the refusal of one that may not. */
export function exampleAmount(decimals: number, locale: string): string {
  return formatAmount(minor(decimals === 0 ? 1_234 : 12_345 * 10 ** (decimals - 1)), decimals, locale)
}
