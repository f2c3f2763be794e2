import { setImmediate as nextTurn } from 'node:timers/promises'
import { addDays } from '../../shared/calendar.ts'
import type { LedgerRow } from '../../shared/queries.ts'
import type { Book, RecordedEntry } from '../book/book.ts'
import type { ContractState } from '../escrow/state.ts'
import { ledgerRow } from '../queries/ledger.ts'
import { EscrowBalances, type Opening } from './opening.ts'
import type { Selection } from './selection.ts'

const PAGE_ROWS = 500

/** Part of the ledger, and how many rows there are in all. */
export interface RowPage {
  readonly rows: readonly LedgerRow[]
  readonly total: number
}

/** The book as it is when an export begins: what is recorded while it runs is not in it. `contracts` are the selected ones. */
export interface Snapshot {
  readonly contracts: ReadonlyMap<string, ContractState>
  /** The number of the last entry. */
  readonly entries: number
}

/** The book as it is now. */
export function snapshotOf(book: Book, { contractId }: Selection): Snapshot {
  const contracts = [...book.contracts()].filter(({ id }) => contractId === undefined || id === contractId)
  return { contracts: new Map(contracts.map(contract => [contract.id, contract])), entries: book.info().entries }
}

/** The rows of a selection, a page at a time; between pages other work of this thread has its turn. `by-day`: by day, and of one day in the order of recording. */
export async function* ledgerPages(
  book: Book,
  snapshot: Snapshot,
  selection: Selection,
  order: 'recorded' | 'by-day' = 'recorded',
): AsyncGenerator<RowPage, void> {
  if (order === 'recorded') {
    yield* recordedPages(book, snapshot, selection)
    return
  }
  const all: LedgerRow[] = []
  for await (const { rows } of recordedPages(book, snapshot, selection)) all.push(...rows)
  all.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.entry - other.entry))
  for (let offset = 0; offset === 0 || offset < all.length; offset += PAGE_ROWS) {
    yield { rows: all.slice(offset, offset + PAGE_ROWS), total: all.length }
    await nextTurn()
  }
}

async function* recordedPages(book: Book, { contracts, entries }: Snapshot, { contractId, from, to }: Selection): AsyncGenerator<RowPage, void> {
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const { total, rows } = await book.records({ contractId, from, to, offset, limit: PAGE_ROWS })
    const known = rows.filter(record => record.entry <= entries)
    const converted = known.map(record => {
      const contract = contracts.get(record.contract)
      if (contract === undefined) throw new Error(`entry ${record.entry} is of no contract`)
      return ledgerRow(book, asOf(record, entries), contract)
    })
    yield { rows: await Promise.all(converted), total }
    if (known.length < PAGE_ROWS) return
    await nextTurn()
  }
}

/** A record as it was after entry `entries`: what reversed it later had not happened. */
function asOf({ reversedBy, ...record }: RecordedEntry, entries: number): RecordedEntry {
  return reversedBy === undefined || reversedBy > entries ? record : { ...record, reversedBy }
}

/** What was in escrow before the day on which a selection begins; undefined where it begins with the book. */
export async function openingOf(book: Book, snapshot: Snapshot, { contractId, from }: Selection): Promise<Opening | undefined> {
  if (from === undefined) return undefined
  const balances = new EscrowBalances()
  for await (const { rows } of ledgerPages(book, snapshot, { contractId, to: addDays(from, -1) })) {
    for (const row of rows) {
      if (row.reverses === undefined && row.reversedBy === undefined) for (const posting of row.postings) balances.post(row.contractId, posting)
    }
  }
  const openings = [...snapshot.contracts.values()].map(contract => ({ contract, parts: balances.of(contract.id) }))
  return { on: from, balances: openings.filter(({ parts }) => parts.size > 0) }
}
