import currency from 'currency.js'

/**
 * An amount of money in whole minor units of its currency (cents for USD). Made only by `minor`.
 */
export type Minor = number & { readonly __minor: unique symbol }

/**
 * The largest amount or total that the book records, in minor units (rules.md, Money). Commands
 * above it are refused as `amount-too-large`.
 */
export const LARGEST_AMOUNT = 1_000_000_000_000

/** No money. */
export const ZERO = 0 as Minor

/**
 * A total too large to be exact. Only totals over many contracts can exceed the limit: each
 * contract is limited to `LARGEST_AMOUNT`.
 */
export class TotalTooLargeError extends RangeError {}

/**
 * Brands a whole number of minor units as money. Throws a `TotalTooLargeError` for one that is too
 * large, a RangeError for anything else. Callers validate numbers from outside first.
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

/** `amount` minus all of `taken`, in minor units. */
export function less(amount: Minor, ...taken: readonly Minor[]): Minor {
  let rest: number = amount
  for (const each of taken) rest -= each
  return minor(rest)
}

/** The smaller of two amounts. */
export function smaller(a: Minor, b: Minor): Minor {
  return a < b ? a : b
}

/** The larger of two amounts. */
export function larger(a: Minor, b: Minor): Minor {
  return a > b ? a : b
}

/** `amount`, or zero if it is negative. */
export function atLeastZero(amount: Minor): Minor {
  return amount < 0 ? ZERO : amount
}

/**
 * The share of `amount` (minor units) at `basisPoints`, rounded half away from zero to one minor
 * unit (rules.md, Money). BigInt, because currency.js rounds halves towards plus infinity and
 * misses exact halves.
 */
export function shareOf(amount: Minor, basisPoints: number): Minor {
  const product = BigInt(amount) * BigInt(basisPoints)
  const half = product < 0n ? -5_000n : 5_000n
  return minor(Number((product + half) / 10_000n))
}

/**
 * Formats an amount as a plain decimal for files: a decimal point, no grouping, a hyphen for
 * negative (`-1234.50`). `decimals` are those of the currency.
 */
export function toDecimals(amount: Minor, decimals: number): string {
  return currency(amount, { fromCents: true, precision: decimals, symbol: '', separator: '', decimal: '.' }).format()
}

const formats = new Map<string, Intl.NumberFormat>()

/**
 * Formats an amount in a locale with the currency's decimals and a true minus sign, without the
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
