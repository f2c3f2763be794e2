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

/**
 * Matches the text around the digits: a sign before or after, a currency's symbol or code, a
 * ledger's debit or credit, in German as `S` and `H`.
 */
const AROUND = /^(?:[$€£¥₹]|[A-Z]{3}(?![A-Z])) ?|(?: ?[$€£¥₹]| [A-Z]{3})$|^[+-]|[+-]$| ?(?:CR|DR|Cr|Dr)$| [SHDC]$/
const NAME = /^ ?(?:[A-Z]{3}|[$€£¥₹]) ?$/
const SIGN = /^(?:[-+]| ?(?:CR|DR|Cr|Dr)| [SHDC]|\(.*\))$/
const POSITIVE = /^(?:\+| ?C[Rr]| [HC])$/
const BRACKETED = /^\((.*)\)$/

/**
 * Strips the text around the digits of an amount. Returns the currency's names and whether the
 * amount is negative: a minus before or after, brackets, or a debit.
 */
function unsigned(text: string): {
  readonly digits: string
  readonly isNegative: boolean
  readonly names: readonly string[]
} {
  let digits = withAsciiNumerals(withoutInvisible(text))
    .replaceAll(/[\u00a0\u2009\u202f]/g, ' ')
    .replace('−', '-')
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
    if (NAME.test(around)) names.push(around.trim())
    isSigned ||= isSign
    isNegative ||= isSign && !POSITIVE.test(around)
    digits = (BRACKETED.exec(digits)?.[1] ?? digits.replace(AROUND, '')).trim()
  }
}

/**
 * Parses an amount from a statement into minor units: `-1,234.50`, `1.234,50`, `(12.00)`, `$5.00`,
 * `EUR 5.00`, `5.00 DR`. Returns undefined if it is unreadable, has more decimals than the
 * currency, has another currency's code or
 * symbol, or exceeds `most` minor units (the limit of a command).
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

const isNameOf = (currency: string, name: string): boolean => {
  return name === currency || namesOf(currency, 'en').has(comparable(name))
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
