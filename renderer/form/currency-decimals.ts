import { decimalsOf } from '../../shared/money/currencies.ts'
import type { Denomination } from '../words/amount-fault.ts'

/** The decimals while the typed currency is unknown. */
const USUAL_DECIMALS = 2

/** The decimals of a typed currency. */
export function decimalsIn(currency: string): number {
  return denominationIn(currency).decimals
}

/** The denomination of amounts in a typed currency, without its name while that is unknown. */
export function denominationIn(typed: string): Denomination {
  const currency = typed.trim().toUpperCase()
  const decimals = decimalsOf(currency)
  return decimals === undefined ? { decimals: USUAL_DECIMALS } : { currency, decimals }
}
