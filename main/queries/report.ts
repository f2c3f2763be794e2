import type { IsoDate } from '../../shared/calendar.ts'
import { less, type Minor, sum, ZERO } from '../../shared/money.ts'
import type { QueryOf, QueryValues, ReportFigures, ReportRow } from '../../shared/queries.ts'
import type { Book } from '../book/book.ts'
import type { Flow } from '../escrow/flows.ts'
import { partyKey } from '../escrow/party.ts'
import type { ContractState } from '../escrow/state.ts'

type Report = QueryOf<'report'>

/** Sums that grow in place: a report runs over every day on which anything moved. */
class Sums {
  gross: Minor = ZERO
  fees: Minor = ZERO
  net: Minor = ZERO
  returned: Minor = ZERO
  refunded: Minor = ZERO

  /** Adds one day of a contract, by the side that keeps the contract: the freelancer's fees come out of the gross, the client's go on top. */
  add(flow: Flow, side: ContractState['side']): void {
    const gross = sum(flow.released, flow.bonuses)
    const fees = side === 'freelancer' ? flow.freelancerFee : sum(flow.clientFee, flow.contractFee)
    this.gross = sum(this.gross, gross)
    this.fees = sum(this.fees, fees)
    this.net = sum(this.net, side === 'freelancer' ? less(gross, fees) : sum(gross, fees))
    this.returned = sum(this.returned, flow.returned)
    this.refunded = sum(this.refunded, flow.refunded)
  }

  figures(): ReportFigures {
    return { gross: this.gross, fees: this.fees, net: this.net, returned: this.returned, refunded: this.refunded }
  }
}

/** What a figure is counted under: its key, by which rows are told apart, and the words a person reads. Parties are one where the rules compare them as one. */
function bucketOf(by: Report['by'], state: ContractState, on: IsoDate): { key: string; label: string } {
  switch (by) {
    case 'month':
      return { key: on.slice(0, 7), label: on.slice(0, 7) }
    case 'year':
      return { key: on.slice(0, 4), label: on.slice(0, 4) }
    case 'client':
      return { key: partyKey(state.client), label: state.client }
    case 'freelancer':
      return { key: partyKey(state.freelancer), label: state.freelancer }
    case 'contract':
      return { key: state.id, label: state.title }
  }
}

/**
 * Answers the query `report`: figures of one currency from the days between `from` and `to`, both included, summed by month, year, party or contract.
 * Reversed entries count for nothing. Rows come in the order of time, or the largest gross first.
 */
export function reportOf(book: Book, query: Report): QueryValues['report'] {
  const rows = new Map<string, { label: string; sums: Sums }>()
  const totals = new Sums()
  for (const state of book.contracts()) {
    if (state.currency !== query.currency || (query.side !== undefined && state.side !== query.side)) continue
    for (const [on, flow] of book.flows(state.id)) {
      if ((query.from !== undefined && on < query.from) || (query.to !== undefined && on > query.to)) continue
      const { key, label } = bucketOf(query.by, state, on)
      let row = rows.get(key)
      if (row === undefined) {
        row = { label, sums: new Sums() }
        rows.set(key, row)
      }
      row.sums.add(flow, state.side)
      totals.add(flow, state.side)
    }
  }
  const inTime = query.by === 'month' || query.by === 'year'
  const sorted = [...rows]
    .map(([key, { label, sums }]): ReportRow => ({ key, label, ...sums.figures() }))
    .sort((a, b) => (inTime ? (a.key < b.key ? -1 : 1) : b.gross - a.gross || (a.key < b.key ? -1 : 1)))
  return { currency: query.currency, rows: sorted, totals: totals.figures() }
}
