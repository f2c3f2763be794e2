import type { TimelineRow } from '../../../shared/api/ledger.ts'
import { type Minor, sum, ZERO } from '../../../shared/money/money.ts'

/**
 * The money that an entry pays to the freelancer, in minor units, negative for what is returned:
 * `gross` less the freelancer's own `fee` is `net`. The client's fees are no part of it.
 */
export function toFreelancer({ postings }: Pick<TimelineRow, 'postings'>): {
  readonly gross: Minor
  readonly fee: Minor
  readonly net: Minor
} {
  const posted = (account: string): Minor =>
    postings.reduce((total, posting) => (posting.account === account ? sum(total, posting.amount) : total), ZERO)
  const net = posted('freelancer')
  const fee = posted('fees:freelancer')
  return { gross: sum(net, fee), fee, net }
}
