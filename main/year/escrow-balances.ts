import { daysOfYear } from '../../shared/dates/period.ts'
import { less, type Minor, sum, toDecimals, ZERO } from '../../shared/money/money.ts'
import type { Book } from '../book/book.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { csvRows, csvTitles, textCell } from '../export/csv.ts'

/**
 * The escrow of a contract over a year in minor units: opening + deposited = released + refunded +
 * closing.
 */
export interface EscrowYear {
  readonly contract: ContractState
  readonly opening: Minor
  readonly deposited: Minor
  readonly released: Minor
  readonly refunded: Minor
  readonly closing: Minor
}

/** The column titles, the same across versions. */
const TITLES = [
  'Contract',
  'Title',
  'Client',
  'Freelancer',
  'Currency',
  'Opening',
  'Deposited',
  'Released',
  'Refunded',
  'Closing',
]

/** The contracts with money in escrow in a year, in opening order. */
export function escrowIn(book: Book, year: number): readonly EscrowYear[] {
  return [...book.contracts()]
    .map(contract => escrowYear(book, contract, year))
    .filter(({ opening, deposited }) => opening !== 0 || deposited !== 0)
}

function escrowYear(book: Book, contract: ContractState, year: number): EscrowYear {
  const { from, to } = daysOfYear(year)
  let [opening, deposited, released, refunded]: [Minor, Minor, Minor, Minor] = [ZERO, ZERO, ZERO, ZERO]
  for (const [on, flow] of book.flows(contract.id)) {
    if (on > to) continue
    if (on < from) opening = less(sum(opening, flow.deposited), flow.released, flow.refunded)
    else {
      deposited = sum(deposited, flow.deposited)
      released = sum(released, flow.released)
      refunded = sum(refunded, flow.refunded)
    }
  }
  return {
    contract,
    opening,
    deposited,
    released,
    refunded,
    closing: less(sum(opening, deposited), released, refunded),
  }
}

/** The balances as a CSV file. */
export function escrowCsv(balances: readonly EscrowYear[]): string {
  const rows = balances.map(
    ({
      contract: { id, title, client, freelancer, currency, decimals },
      opening,
      deposited,
      released,
      refunded,
      closing,
    }) => [
      id,
      textCell(title),
      textCell(client),
      textCell(freelancer),
      currency,
      ...[opening, deposited, released, refunded, closing].map(amount => toDecimals(amount, decimals)),
    ],
  )
  return csvTitles(TITLES) + (rows.length === 0 ? '' : csvRows(rows))
}
