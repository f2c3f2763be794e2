import { LARGEST_AMOUNT, type Minor, minor } from '../money/money.ts'
import type { StatementColumns } from './statement-fields.ts'

/** What stands before the decimals in a statement's amounts. */
export type DecimalMark = NonNullable<StatementColumns['decimalMark']>

/** Digits with or without marks of thousands (in India by two), and decimals. */
const SHAPES: Record<DecimalMark, RegExp> = {
  point: /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[ ’']\d{3})+)?(?:\.(\d+))?$/,
  comma: /^(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ ’']\d{3})+)?(?:,(\d+))?$/,
}

/**
 * What may stand around the digits: brackets, a minus or plus before or after, a currency's sign or
 * code, the debit and credit of ledgers.
 */
const AROUND = /^(?:[$€£¥₹]|[A-Z]{3}(?![A-Z])) ?|(?: ?[$€£¥₹]| [A-Z]{3})$|^[+-]|[+-]$| ?(?:CR|DR|Cr|Dr)$/
const CODE = /^ ?[A-Z]{3} ?$/
const SIGN = /^(?:[-+]| ?(?:CR|DR|Cr|Dr)|\(.*\))$/
const POSITIVE = /^(?:\+| ?C[Rr])$/
const BRACKETED = /^\((.*)\)$/

/**
 * The text of an amount without what stands around its digits, the code that stands there, and
 * whether it is negative: by a minus before or after it, by brackets, as a debit.
 */
function unsigned(text: string): {
  readonly digits: string
  readonly isNegative: boolean
  readonly code?: string | undefined
} {
  let digits = text
    .replaceAll(/[\u00a0\u2009\u202f]/g, ' ')
    .replace('−', '-')
    .trim()
  let isNegative = false
  let isSigned = false
  let code: string | undefined
  for (;;) {
    const around = BRACKETED.exec(digits)?.[0] ?? AROUND.exec(digits)?.[0]
    if (around === undefined) return { digits, isNegative, code }
    const isSign = SIGN.test(around)
    // Two signs are no amount.
    if (isSign && isSigned) return { digits: '', isNegative }
    if (CODE.test(around)) code = around.trim()
    isSigned ||= isSign
    isNegative ||= isSign && !POSITIVE.test(around)
    digits = (BRACKETED.exec(digits)?.[1] ?? digits.replace(AROUND, '')).trim()
  }
}

/**
 * An amount as statements write it, in minor units: `-1,234.50`, `1.234,50`, `(12.00)`, `$5.00`,
 * `EUR 5.00`, `5.00 DR`. Undefined where it is none, has more decimals than the currency or another
 * currency's code, or is larger than `most` (minor units; what a command may hold).
 */
export function amountIn(
  text: string,
  decimals: number,
  mark: DecimalMark,
  currency?: string,
  most = LARGEST_AMOUNT,
): Minor | undefined {
  // How nearly all are written, without a look at the rest.
  if (mark === 'point' && PLAIN.test(text)) {
    const [whole = '', fraction = ''] = text.split('.')
    if (fraction.length <= decimals) return within(Number(`${whole}${fraction.padEnd(decimals, '0')}`), most)
  }
  const { digits, isNegative, code } = unsigned(text)
  if (code !== undefined && currency !== undefined && code !== currency) return undefined
  const found = SHAPES[mark].exec(digits)
  if (found === null || !/\d/.test(digits)) return undefined
  // Some write more decimals than the currency has; zeros there say nothing.
  const fraction = (found[1] ?? '').replace(/0+$/, '')
  if (fraction.length > decimals) return undefined
  const whole = (digits.split(mark === 'point' ? '.' : ',')[0] ?? '').replaceAll(/\D/g, '')
  const units = Number(`${whole}${fraction.padEnd(decimals, '0')}`)
  return within(isNegative ? -units : units, most)
}

const PLAIN = /^-?\d+(?:\.\d+)?$/

const within = (units: number, most: number): Minor | undefined => (Math.abs(units) <= most ? minor(units) : undefined)

/**
 * The decimal mark that all amounts of a file agree on; `undefined` where some could be read both
 * ways (`1,234`: thousands or decimals) and none settles it. `decimals` is the most that a currency
 * of the file has: where none has three, a mark before three digits is one of thousands.
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
