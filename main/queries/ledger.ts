import type { LedgerRow, OpeningBalance, Posting } from '../../shared/api/ledger.ts'
import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import type { QueryOf } from '../../shared/api/queries.ts'
import type { Entry } from '../../shared/contract/events.ts'
import { type Minor, sum, ZERO } from '../../shared/money/money.ts'
import type { Book, RecordedEntry } from '../book/book.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { mirrored, postingsOf } from '../escrow/postings.ts'
import { broughtForward } from './brought-forward.ts'

/**
 * A ledger row with the data that names it: its entry, its contract as it is now and, for a
 * reversal, the reversed entry.
 */
export interface LedgerEntry {
  readonly row: LedgerRow
  readonly entry: RecordedEntry
  readonly contract: ContractState
  readonly reversed?: Entry
}

/** A page of the ledger. */
export interface LedgerPage {
  readonly total: number
  readonly opening: readonly OpeningBalance[]
  readonly entries: readonly LedgerEntry[]
}

/** Recorded entries as ledger entries; for a reversal, also reads the reversed entry. */
export async function ledgerEntries(book: Book, records: readonly RecordedEntry[]): Promise<readonly LedgerEntry[]> {
  const reversals = records.flatMap(({ reverses }) => (reverses === undefined ? [] : [book.record(reverses)]))
  const reversed = new Map((await Promise.all(reversals)).map(entry => [entry.entry, entry]))
  return records.flatMap((entry): LedgerEntry | [] => {
    const contract = book.anyContract(entry.contract)
    if (contract === undefined) return []
    if (entry.reverses === undefined) return { row: rowOfRecord(entry, undefined, contract), entry, contract }
    const undone = reversed.get(entry.reverses)
    return { row: rowOfRecord(entry, undone, contract), entry, contract, ...(undone && { reversed: undone }) }
  })
}

/**
 * A recorded entry as a ledger row. The postings of a reversal mirror those of `reversed`, the
 * entry it reverses (rules.md, Postings).
 */
export function rowOfRecord(
  record: RecordedEntry,
  reversed: Entry | undefined,
  { currency }: ContractState,
): LedgerRow {
  const { entry, contract, type, on, at, reference, note, reverses, reversedBy, corrects, escrow } = record
  return {
    entry,
    contractId: contract,
    type,
    on,
    at,
    reference: reference ?? null,
    note: note ?? null,
    ...(reverses !== undefined && { reverses }),
    ...(reversedBy !== undefined && { reversedBy }),
    ...(corrects !== undefined && { corrects }),
    escrow,
    postings:
      reversed === undefined ? postingsOf(record.events, currency) : mirrored(postingsOf(reversed.events, currency)),
  }
}

/**
 * Answers the query `ledger`: a page of the entries of one contract or of all, dated between `from`
 * and `to`, both included, in the order of recording.
 */
export async function ledgerPage(book: Book, query: QueryOf<'ledger'>): Promise<LedgerPage> {
  const { total, rows } = await book.records({ ...query, limit: query.limit ?? PAGE_LIMIT })
  return {
    total,
    opening: await broughtForward(book, query, rows[0]?.entry),
    entries: await ledgerEntries(book, rows),
  }
}

/** The sum of the postings to the accounts of one kind. */
export function postedTo(prefix: 'client' | 'freelancer' | 'escrow' | 'fees', postings: readonly Posting[]): Minor {
  return postings.reduce(
    (total, { account, amount }) => (account.split(':')[0] === prefix ? sum(total, amount) : total),
    ZERO,
  )
}
