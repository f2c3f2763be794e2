import type { YearContents } from '../../shared/api/exports.ts'
import { partyKey } from '../../shared/contract/party-key.ts'
import { daysOfYear } from '../../shared/dates/period.ts'
import type { Book } from '../book/book.ts'
import type { ContractState } from '../escrow/contract/state.ts'

/** The years in which money moved, the latest first. */
export function yearsIn(book: Book): readonly number[] {
  const years = new Set<number>()
  for (const { id } of book.contracts()) for (const [on] of book.flows(id)) years.add(Number(on.slice(0, 4)))
  return [...years].sort((one, other) => other - one)
}

/** The contracts that moved money in a year, in opening order. */
export function movedIn(book: Book, year: number): readonly ContractState[] {
  const { from, to } = daysOfYear(year)
  return [...book.contracts()].filter(({ id }) => book.flows(id).some(([on]) => on >= from && on <= to))
}

/** The distinct clients of contracts, each with the name from its first contract. */
export function clientsOf(contracts: readonly ContractState[]): readonly string[] {
  const clients = new Map<string, string>()
  for (const { client } of contracts) if (!clients.has(partyKey(client))) clients.set(partyKey(client), client)
  return [...clients.values()]
}

/** Answers the query `year`: the contents of a year's folder, before it is written. */
export async function yearContents(book: Book, year: number): Promise<YearContents> {
  const contracts = movedIn(book, year)
  const { total } = await book.records({ ...daysOfYear(year), limit: 1 })
  return {
    year,
    years: yearsIn(book),
    entries: total,
    contracts: contracts.length,
    clients: clientsOf(contracts).length,
    currencies: [...new Set(contracts.map(({ currency }) => currency))].sort(),
  }
}
