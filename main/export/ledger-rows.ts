import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LedgerRow } from '../../shared/api/ledger.ts'
import { addDays } from '../../shared/dates/calendar.ts'
import type { Book } from '../book/book.ts'
import type { EntryOrder } from '../book/reading/entry-pages.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { rowOfRecord } from '../queries/ledger.ts'
import { EscrowBalances, type Opening } from './opening.ts'
import type { Selection } from './selection.ts'

/** A page of ledger rows, and the total number of rows. */
export interface RowPage {
  readonly rows: readonly LedgerRow[]
  readonly total: number
}

/** The book at the start of an export: the selected contracts by id, and the number of entries. */
export interface Snapshot {
  readonly contracts: ReadonlyMap<string, ContractState>
  readonly entries: number
}

/** The book as it is now. */
export function snapshotOf(book: Book, { contractId }: Selection): Snapshot {
  const contracts = [...book.everyContract()].filter(({ id }) => contractId === undefined || id === contractId)
  return { contracts: new Map(contracts.map(contract => [contract.id, contract])), entries: book.info().entries }
}

/** Yields the rows of a selection page by page, giving way to other work between pages. */
export async function* ledgerPages(
  book: Book,
  snapshot: Snapshot,
  { contractId, from, to }: Selection,
  order: EntryOrder = 'recorded',
): AsyncGenerator<RowPage, void> {
  for await (const { rows, total } of book.pages({ contractId, from, to, upTo: snapshot.entries }, order)) {
    yield {
      rows: rows.map(({ reversed, ...record }) => rowOfRecord(record, reversed, contractIn(snapshot, record.contract))),
      total,
    }
    await nextTurn()
  }
}

/** A contract of the export by its id. Throws if the export does not have it. */
export function contractIn({ contracts }: Snapshot, contractId: string): ContractState {
  const contract = contracts.get(contractId)
  if (contract === undefined) throw new Error(`no contract ${contractId} in this export`)
  return contract
}

/**
 * The escrow balances before the first day of a selection; undefined if the selection starts with
 * the book.
 */
export async function openingOf(
  book: Book,
  snapshot: Snapshot,
  { contractId, from }: Selection,
): Promise<Opening | undefined> {
  if (from === undefined) return undefined
  const balances = new EscrowBalances()
  for await (const { rows } of ledgerPages(book, snapshot, { contractId, to: addDays(from, -1) })) {
    for (const row of rows) {
      if (row.reverses === undefined && row.reversedBy === undefined)
        for (const posting of row.postings) balances.post(row.contractId, posting)
    }
  }
  const openings = [...snapshot.contracts.values()].map(contract => ({ contract, parts: balances.of(contract.id) }))
  return { on: from, balances: openings.filter(({ parts }) => parts.size > 0) }
}
