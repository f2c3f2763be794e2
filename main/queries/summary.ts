import { type Minor, minor, ZERO } from '../../shared/money.ts'
import type { SummaryRow } from '../../shared/queries.ts'
import { barOf, sumBars } from '../escrow/bar.ts'
import { type ContractState, chargedOf, escrowOf } from '../escrow/state.ts'

/** Answers the query `summary`: the totals of all contracts, a row a currency, those with most contracts first. Currencies are never mixed. */
export function summaryRows(contracts: Iterable<ContractState>): readonly SummaryRow[] {
  const byCurrency = new Map<string, ContractState[]>()
  for (const state of contracts) {
    const group = byCurrency.get(state.currency)
    if (group === undefined) byCurrency.set(state.currency, [state])
    else group.push(state)
  }
  return [...byCurrency].map(([currency, group]) => summaryRow(currency, group)).sort((a, b) => b.open - a.open || b.contracts - a.contracts)
}

function summaryRow(currency: string, group: readonly ContractState[]): SummaryRow {
  const total = (amountOf: (state: ContractState) => Minor): Minor => minor(group.reduce((all, state) => all + amountOf(state), 0))
  return {
    currency,
    decimals: group[0]?.decimals ?? 0,
    contracts: group.length,
    open: group.filter(state => state.status !== 'ended').length,
    escrow: total(escrowOf),
    held: total(state => state.sums.held),
    unallocated: total(state => state.unallocated),
    reserved: total(state => (state.refundRequest ?? state.dispute)?.amount ?? ZERO),
    deposited: total(state => state.deposited),
    released: total(state => state.released),
    refunded: total(state => state.refunded),
    bonuses: total(state => state.bonuses),
    returned: total(state => state.returned),
    fees: {
      client: total(state => chargedOf(state.fees.client)),
      freelancer: total(state => chargedOf(state.fees.freelancer)),
      contract: total(state => chargedOf(state.fees.contract)),
    },
    bar: sumBars(group.map(barOf)),
  }
}
