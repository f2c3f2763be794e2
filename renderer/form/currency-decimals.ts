import { decimalsOf } from '../../shared/money/currencies.ts'

/** The decimals used while the currency as typed is unknown. */
const USUAL_DECIMALS = 2

/** The decimals of a currency as typed. */
export function decimalsIn(currency: string): number {
  return decimalsOf(currency.trim().toUpperCase()) ?? USUAL_DECIMALS
}
