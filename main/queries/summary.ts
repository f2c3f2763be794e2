import type { SummaryRow } from '../../shared/api/contracts.ts'
import { minor } from '../../shared/money/money.ts'
import { barOf, sumBars } from '../escrow/bar.ts'
import type { ContractState, FeeAccount } from '../escrow/contract/state.ts'

/**
 * Answers the query `summary`: the totals of all contracts, one row per currency, the one with most
 * open contracts first. Currencies are never mixed.
 */
export function summaryRows(contracts: Iterable<ContractState>): readonly SummaryRow[] {
  const byCurrency = new Map<string, ContractState[]>()
  for (const state of contracts) {
    const group = byCurrency.get(state.currency)
    if (group === undefined) byCurrency.set(state.currency, [state])
    else group.push(state)
  }
  return [...byCurrency]
    .map(([currency, group]) => summaryRow(currency, group))
    .sort((a, b) => b.open - a.open || b.contracts - a.contracts)
}

const left = ({ charged, credited }: FeeAccount): number => charged - credited

/**
 * Adds in plain numbers for speed: a book may have very many contracts, and this query follows each
 * command. Exactness is checked once, in the result.
 */
function summaryRow(currency: string, group: readonly ContractState[]): SummaryRow {
  let [open, held, unallocated, reserved, deposited, released, refunded, bonuses, returned] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]
  const sides = { client: 0, freelancer: 0 }
  const fees = { client: 0, freelancer: 0, contract: 0 }
  for (const state of group) {
    if (state.status !== 'ended') open++
    sides[state.side]++
    held += state.sums.held
    unallocated += state.unallocated
    reserved += (state.refundRequest ?? state.dispute)?.amount ?? 0
    deposited += state.deposited
    released += state.released
    refunded += state.refunded
    bonuses += state.bonuses
    returned += state.returned
    fees.client += left(state.fees.client)
    fees.freelancer += left(state.fees.freelancer)
    fees.contract += left(state.fees.contract)
  }
  return {
    currency,
    decimals: group[0]?.decimals ?? 0,
    contracts: group.length,
    open,
    sides,
    escrow: minor(held + unallocated),
    held: minor(held),
    unallocated: minor(unallocated),
    reserved: minor(reserved),
    deposited: minor(deposited),
    released: minor(released),
    refunded: minor(refunded),
    bonuses: minor(bonuses),
    returned: minor(returned),
    fees: { client: minor(fees.client), freelancer: minor(fees.freelancer), contract: minor(fees.contract) },
    bar: sumBars(group.map(barOf)),
  }
}
