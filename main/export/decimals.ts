import type { Minor } from '../../shared/money/money.ts'

/**
 * An amount in the same form as `toDecimals`, assembled from its digits: ten times as fast, and an
 * export writes hundreds of thousands.
 */
export function writtenDecimals(amount: Minor, decimals: number): string {
  const sign = amount < 0 ? '-' : ''
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
