import type { QueryOf, QueryValues } from '../../shared/api/queries.ts'
import type { ReportFigures, ReportRow } from '../../shared/api/reports.ts'
import { partyKey } from '../../shared/contract/party-key.ts'
import { type Minor, minor, sum, ZERO } from '../../shared/money/money.ts'
import type { Book } from '../book/book.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import type { Flow } from '../escrow/flows.ts'
import { monthFlows } from './month-flows.ts'

type Report = QueryOf<'report'>

/**
 * Sums that grow in place, in plain numbers for speed: a report covers every day or month in which
 * money moved. Exactness is checked once, when the sums are read.
 */
class Sums {
  #gross = 0
  #fees = 0
  #added = 0
  #returned = 0
  #refunded = 0

  /**
   * Adds a contract's flow of a day or month, as the side that keeps the contract sees it: the
   * freelancer's fees come out of the gross, the client's go on top.
   */
  add(flow: Flow, side: ContractState['side']): void {
    const fees = side === 'freelancer' ? flow.freelancerFee : flow.clientFee + flow.contractFee
    this.#gross += flow.released + flow.bonuses
    this.#fees += fees
    this.#added += side === 'freelancer' ? -fees : fees
    this.#returned += flow.returned
    this.#refunded += flow.refunded
  }

  figures(): ReportFigures {
    const gross = minor(this.#gross)
    return {
      gross,
      fees: minor(this.#fees),
      net: sum(gross, minor(this.#added)),
      returned: minor(this.#returned),
      refunded: minor(this.#refunded),
    }
  }
}

/** The group that a figure belongs to: its unique key, and its label. */
interface Bucket {
  readonly key: string
  readonly label: string
}

interface Row extends Bucket {
  readonly sums: Sums
}

/**
 * The group of a contract's day or month (`2026-01`). Names that the rules treat as one party form
 * one group.
 */
function bucketOf(by: Report['by'], state: ContractState, on: string): Bucket {
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
 * Answers the query `report`: figures in one currency for the days from `from` to `to`, both
 * included, summed by month, year, party or contract. Reversed entries do not count. Rows are in
 * order of time, or of gross, largest first.
 */
export function reportOf(book: Book, query: Report): QueryValues['report'] {
  const rows = new Map<string, Row>()
  const inTime = query.by === 'month' || query.by === 'year'
  const isOfAllTime = query.from === undefined && query.to === undefined
  for (const state of book.contracts()) {
    if (state.currency !== query.currency || (query.side !== undefined && state.side !== query.side)) continue
    let row: Row | undefined
    for (const [on, flow] of isOfAllTime ? monthFlows(book, state) : book.flows(state.id)) {
      if ((query.from !== undefined && on < query.from) || (query.to !== undefined && on > query.to)) continue
      // Days or months are in order, so the row usually serves the next one too.
      if (row === undefined || (inTime && !on.startsWith(row.key))) row = rowOf(rows, bucketOf(query.by, state, on))
      row.sums.add(flow, state.side)
    }
  }
  const sorted = [...rows.values()]
    .map(({ key, label, sums }): ReportRow => ({ key, label, ...sums.figures() }))
    .sort((a, b) => (inTime ? (a.key < b.key ? -1 : 1) : b.gross - a.gross || (a.key < b.key ? -1 : 1)))
  return { currency: query.currency, rows: sorted, totals: totalsOf(sorted) }
}

function rowOf(rows: Map<string, Row>, { key, label }: Bucket): Row {
  const found = rows.get(key)
  if (found !== undefined) return found
  const row = { key, label, sums: new Sums() }
  rows.set(key, row)
  return row
}

function totalsOf(rows: readonly ReportRow[]): ReportFigures {
  const total = (figure: keyof ReportFigures): Minor => rows.reduce((all, row) => sum(all, row[figure]), ZERO)
  return {
    gross: total('gross'),
    fees: total('fees'),
    net: total('net'),
    returned: total('returned'),
    refunded: total('refunded'),
  }
}
