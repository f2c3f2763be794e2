import { decimalsOf } from '../../shared/money/currencies.ts'

/** The decimals while the typed currency is unknown. */
const USUAL_DECIMALS = 2

/** The decimals of a typed currency. */
export function decimalsIn(currency: string): number {
  return decimalsOf(currency.trim().toUpperCase()) ?? USUAL_DECIMALS
}
