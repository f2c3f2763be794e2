import type { LedgerRow } from '../../shared/api/ledger.ts'
import { less, type Minor, minor } from '../../shared/money/money.ts'
import { postedTo } from './ledger.ts'

/**
 * The amount that leaves the payer (`gross`), the platform's part (`fee`), the amount that arrives
 * (`net`), and the entry's change to escrow (`change`), in minor units. Derived from the postings
 * alone.
 */
export function movement({ postings }: Pick<LedgerRow, 'postings'>): {
  gross: Minor
  fee: Minor
  net: Minor
  change: Minor
} {
  const change = postedTo('escrow', postings)
  const ends = [postedTo('client', postings), postedTo('freelancer', postings), change]
  // Postings sum to zero, so the part of an outflow that does not arrive is the fee.
  const net = minor(ends.reduce<number>((arrived, amount) => arrived + Math.max(amount, 0), 0))
  const gross = minor(-ends.reduce<number>((left, amount) => left + Math.min(amount, 0), 0))
  return { gross, fee: less(gross, net), net, change }
}
