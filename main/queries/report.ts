import type { IsoDate } from '../../shared/calendar.ts'
import { less, type Minor, sum, ZERO } from '../../shared/money.ts'
import type { QueryOf, QueryValues, ReportFigures, ReportRow } from '../../shared/queries.ts'
import type { Book } from '../book/book.ts'
import type { Flow } from '../escrow/flows.ts'
import type { ContractState } from '../escrow/state.ts'

type Report = QueryOf<'report'>

const NOTHING: ReportFigures = { gross: ZERO, fees: ZERO, net: ZERO, returned: ZERO, refunded: ZERO }

/** The figures of one contract's flow, by the side that keeps the contract: the freelancer's fees come out of the gross, the client's go on top. */
function figuresOf(flow: Flow, side: ContractState['side']): ReportFigures {
  const gross = sum(flow.released, flow.bonuses)
  const fees = side === 'freelancer' ? flow.freelancerFee : sum(flow.clientFee, flow.contractFee)
  const net = side === 'freelancer' ? less(gross, fees) : sum(gross, fees)
  return { gross, fees, net, returned: flow.returned, refunded: flow.refunded }
}

function added(a: ReportFigures, b: ReportFigures): ReportFigures {
  const both = (name: keyof ReportFigures): Minor => sum(a[name], b[name])
  return { gross: both('gross'), fees: both('fees'), net: both('net'), returned: both('returned'), refunded: both('refunded') }
}

/** What a figure is counted under: its key, by which rows are told apart, and the words a person reads. Parties are one whatever their case. */
function bucketOf(by: Report['by'], state: ContractState, on: IsoDate): { key: string; label: string } {
  switch (by) {
    case 'month':
      return { key: on.slice(0, 7), label: on.slice(0, 7) }
    case 'year':
      return { key: on.slice(0, 4), label: on.slice(0, 4) }
    case 'client':
      return { key: state.client.toLowerCase(), label: state.client }
    case 'freelancer':
      return { key: state.freelancer.toLowerCase(), label: state.freelancer }
    case 'contract':
      return { key: state.id, label: state.title }
  }
}

/**
 * Answers the query `report`: figures of one currency from the days between `from` and `to`, both included, summed by month, year, party or contract.
 * Reversed entries count for nothing. Rows come in the order of time, or the largest gross first.
 */
export function reportOf(book: Book, query: Report): QueryValues['report'] {
  const rows = new Map<string, { label: string; figures: ReportFigures }>()
  let totals = NOTHING
  for (const state of book.contracts()) {
    if (state.currency !== query.currency || (query.side !== undefined && state.side !== query.side)) continue
    for (const [on, flow] of book.flows(state.id)) {
      if ((query.from !== undefined && on < query.from) || (query.to !== undefined && on > query.to)) continue
      const { key, label } = bucketOf(query.by, state, on)
      const figures = figuresOf(flow, state.side)
      const row = rows.get(key)
      rows.set(key, { label: row?.label ?? label, figures: added(row?.figures ?? NOTHING, figures) })
      totals = added(totals, figures)
    }
  }
  const inTime = query.by === 'month' || query.by === 'year'
  const sorted = [...rows]
    .map(([key, { label, figures }]): ReportRow => ({ key, label, ...figures }))
    .sort((a, b) => (inTime ? (a.key < b.key ? -1 : 1) : b.gross - a.gross || (a.key < b.key ? -1 : 1)))
  return { currency: query.currency, rows: sorted, totals }
}
