import { withAsciiNumerals, withoutInvisible } from '../digits/digits.ts'
import { comparable, namesOf } from '../money/currency-names.ts'
import { LARGEST_AMOUNT, type Minor, minor } from '../money/money.ts'
import type { StatementColumns } from './statement-fields.ts'

/** The mark before the decimals of a statement's amounts. */
export type DecimalMark = NonNullable<StatementColumns['decimalMark']>

/** Digits with or without grouping marks (in India every two digits), and decimals. */
const SHAPES: Record<DecimalMark, RegExp> = {
  point: /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[ ’']\d{3})+)?(?:\.(\d+))?$/,
  comma: /^(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ ’']\d{3})+)?(?:,(\d+))?$/,
}

/** The names of currencies beside an amount: codes, symbols, and abbreviations. */
const CURRENCY = String.raw`(?:[A-Z]{1,3}\$|[A-Z]{3}(?![A-Za-z])|\p{Sc}|z[łl]|[Kk]r\.?|K[čc]s?|Ft|[Ll]ei|R[sp]\.?|RM|S?Fr\.?|лв\.?|руб\.?|R(?=\d| ))`

/**
 * Matches the text around the digits: a sign before or after, a currency's symbol or code, a
 * ledger's debit or credit, in German as `S` and `H`, also in brackets.
 */
const AROUND = new RegExp(
  String.raw`^${CURRENCY} ?|(?: ?(?:\p{Sc}|z[łl]|[Kk]r\.?|K[čc]s?|Ft|[Ll]ei)| ${CURRENCY})$|^[+-]|[+-]$| ?\((?:CR|DR|Cr|Dr|cr|dr)\.?\)$| ?(?:CR|DR|Cr|Dr)\.?$| [SHDC]$`,
  'u',
)
const SIGN = /^(?:[-+]| ?(?:CR|DR|Cr|Dr)\.?| ?\((?:[CD]R|[CcDd]r)\.?\)| [SHDC]|\(.*\))$/
const POSITIVE = /^(?:\+| ?\(?[Cc][Rr]\.?\)?| [HC])$/
const BRACKETED = /^\((.*)\)$/

/** No amount is written longer. */
const LONGEST = 60

/**
 * Strips the text around the digits of an amount. Returns the currency's names and whether the
 * amount is negative: a minus before or after, brackets, or a debit.
 */
function unsigned(text: string): {
  readonly digits: string
  readonly isNegative: boolean
  readonly names: readonly string[]
} {
  let digits = text.trim()
  if (digits.length > LONGEST) return { digits: '', isNegative: false, names: [] }
  digits = withAsciiNumerals(withoutInvisible(digits))
    .replaceAll(/[\p{Zs}\t]/gu, ' ')
    .replaceAll(/[−‐‑–—﹣]/g, '-')
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',')
    .trim()
  let isNegative = false
  let isSigned = false
  const names: string[] = []
  for (;;) {
    const around = BRACKETED.exec(digits)?.[0] ?? AROUND.exec(digits)?.[0]
    if (around === undefined) return { digits, isNegative, names }
    const isSign = SIGN.test(around)
    // Two signs are not an amount.
    if (isSign && isSigned) return { digits: '', isNegative, names }
    if (!isSign) names.push(around.trim())
    isSigned ||= isSign
    isNegative ||= isSign && !POSITIVE.test(around)
    digits = (BRACKETED.exec(digits)?.[1] ?? digits.replace(AROUND, '')).trim()
  }
}

/**
 * Parses an amount from a statement into minor units: `-1,234.50`, `1.234,50`, `(12.00)`, `$5.00`,
 * `EUR 5.00`, `R$ 5,00`, `5.00 DR`. Returns undefined if it is unreadable, has more decimals than
 * the currency, has another currency's name, or exceeds `most` minor units (a command's limit).
 */
export function amountIn(
  text: string,
  decimals: number,
  mark: DecimalMark,
  currency?: string,
  most = LARGEST_AMOUNT,
): Minor | undefined {
  // Fast path: nearly all amounts are plain.
  if (mark === 'point' && PLAIN.test(text)) {
    const [whole = '', fraction = ''] = text.split('.')
    if (fraction.length <= decimals) return within(Number(`${whole}${fraction.padEnd(decimals, '0')}`), most)
  }
  const { digits, isNegative, names } = unsigned(text)
  if (currency !== undefined && !names.every(name => isNameOf(currency, name))) return undefined
  const found = SHAPES[mark].exec(digits)
  if (found === null || !/\d/.test(digits)) return undefined
  // Some statements write more decimals than the currency has; trailing zeros are harmless.
  const fraction = (found[1] ?? '').replace(/0+$/, '')
  if (fraction.length > decimals) return undefined
  const whole = (digits.split(mark === 'point' ? '.' : ',')[0] ?? '').replaceAll(/\D/g, '')
  const units = Number(`${whole}${fraction.padEnd(decimals, '0')}`)
  return within(isNegative ? -units : units, most)
}

/** Abbreviations that the platform does not know, by the currencies that they stand for. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  rs: 'INR LKR MUR NPR PKR SCR',
  fr: 'CHF',
  sfr: 'CHF',
  kc: 'CZK',
  kcs: 'CZK',
  lei: 'MDL RON',
  zl: 'PLN',
  r: 'ZAR',
  лв: 'BGN',
  руб: 'RUB',
  c$: 'CAD NIO',
  s$: 'SGD',
  au$: 'AUD',
}

function isNameOf(currency: string, name: string): boolean {
  if (name === currency) return true
  const key = comparable(name).replace(/\.$/, '')
  if (namesOf(currency, 'en').has(key)) return true
  return Object.hasOwn(ABBREVIATIONS, key) && ABBREVIATIONS[key]?.split(' ').includes(currency) === true
}

const PLAIN = /^-?\d+(?:\.\d+)?$/

const within = (units: number, most: number): Minor | undefined => (Math.abs(units) <= most ? minor(units) : undefined)

/**
 * Returns the decimal mark of a file's amounts; undefined if some can be read both ways (`1,234`:
 * thousands or decimals) and none decides. `decimals` is the largest number of decimals of the
 * file's currencies: if none has three, a mark before three digits separates thousands.
 */
export function markOf(texts: Iterable<string>, decimals: number): DecimalMark | undefined {
  let isOpen = false
  let isThousands: DecimalMark | undefined
  for (const text of texts) {
    const { digits } = unsigned(text)
    const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
    if (last < 0) continue
    const mark: DecimalMark = digits[last] === '.' ? 'point' : 'comma'
    const other: DecimalMark = mark === 'point' ? 'comma' : 'point'
    const isRepeated = digits.indexOf(digits[last] ?? '') !== last
    if (isRepeated) return other
    if (digits.includes(mark === 'point' ? ',' : '.')) return mark
    if (digits.length - last - 1 !== 3) return mark
    if (decimals < 3) isThousands = other
    else isOpen = true
  }
  return isOpen ? undefined : (isThousands ?? 'point')
}
