import currency from 'currency.js'

/**
 * An amount of money in whole minor units of its currency (cents for USD). Made only by `minor`.
 */
export type Minor = number & { readonly __minor: unique symbol }

/**
 * The largest amount or total the book records, in minor units (rules.md, Money): beyond it a
 * command is refused with `amount-too-large`.
 */
export const LARGEST_AMOUNT = 1_000_000_000_000

/** The amount of nothing. */
export const ZERO = 0 as Minor

/**
 * What is too large to be counted to the last unit. Only what many contracts come to together can
 * be; each contract is kept to `LARGEST_AMOUNT`.
 */
export class TotalTooLargeError extends RangeError {}

/**
 * Takes a whole number of minor units as money. Throws a RangeError on anything else,
 * `TotalTooLargeError` where it is only too large: a caller that may have got it from outside
 * checks before.
 */
export function minor(units: number): Minor {
  if (Number.isInteger(units) && !Number.isSafeInteger(units))
    throw new TotalTooLargeError(`too many minor units to count: ${units}`)
  if (!Number.isInteger(units)) throw new RangeError(`not a whole number of minor units: ${units}`)
  return (units === 0 ? 0 : units) as Minor
}

/** The sum of amounts of one currency, in minor units. */
export function sum(...amounts: readonly Minor[]): Minor {
  let total = 0
  for (const amount of amounts) total += amount
  return minor(total)
}

/** `amount` less all of `taken`, in minor units. */
export function less(amount: Minor, ...taken: readonly Minor[]): Minor {
  let rest: number = amount
  for (const each of taken) rest -= each
  return minor(rest)
}

/** The smaller of two amounts. */
export function smaller(a: Minor, b: Minor): Minor {
  return a < b ? a : b
}

/** `amount`, or nothing when it is below zero. */
export function atLeastZero(amount: Minor): Minor {
  return amount < 0 ? ZERO : amount
}

/**
 * The share of `amount` (minor units) that `basisPoints` stand for, rounded half away from zero to
 * one minor unit (rules.md, Money). BigInt because currency.js rounds halves towards plus infinity
 * and misses exact halves.
 */
export function shareOf(amount: Minor, basisPoints: number): Minor {
  const product = BigInt(amount) * BigInt(basisPoints)
  const half = product < 0n ? -5_000n : 5_000n
  return minor(Number((product + half) / 10_000n))
}

/**
 * An amount as plain decimals for files: a point, no thousands mark, a hyphen for negative
 * (`-1234.50`). Takes the currency's number of decimals.
 */
export function toDecimals(amount: Minor, decimals: number): string {
  return currency(amount, { fromCents: true, precision: decimals, symbol: '', separator: '', decimal: '.' }).format()
}

const formats = new Map<string, Intl.NumberFormat>()

/**
 * An amount in a person's locale, with the currency's decimals and a true minus, without the
 * currency (`1,234.50`, `−20.00`).
 */
export function formatAmount(amount: Minor, decimals: number, locale: string): string {
  const key = `${locale} ${decimals}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    formats.set(key, format)
  }
  return format.format(amount / 10 ** decimals).replace('-', '−')
}
