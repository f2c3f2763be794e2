import type { LedgerRow, Posting } from '../../shared/api/ledger.ts'
import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import type { QueryOf, QueryValues } from '../../shared/api/queries.ts'
import type { Entry } from '../../shared/contract/events.ts'
import { type Minor, sum, ZERO } from '../../shared/money/money.ts'
import type { Book, RecordedEntry } from '../book/book.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { mirrored, postingsOf } from '../escrow/postings.ts'

/** A recorded entry as a row of the ledger. */
export async function ledgerRow(book: Book, record: RecordedEntry, state: ContractState): Promise<LedgerRow> {
  return rowOfRecord(record, record.reverses === undefined ? undefined : await book.record(record.reverses), state)
}

/**
 * A recorded entry as a row of the ledger. The postings of a reversal are the mirror of the entry
 * it reverses (rules.md, Postings), which comes with it.
 */
export function rowOfRecord(
  record: RecordedEntry,
  reversed: Entry | undefined,
  { currency }: ContractState,
): LedgerRow {
  const { entry, contract, type, on, at, reference, note, reverses, reversedBy, escrow } = record
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
    escrow,
    postings:
      reversed === undefined ? postingsOf(record.events, currency) : mirrored(postingsOf(reversed.events, currency)),
  }
}

/**
 * Answers the query `ledger`: entries in the order they were recorded, of one contract or of all,
 * dated between `from` and `to`, both included; a page of them.
 */
export async function ledgerRows(book: Book, query: QueryOf<'ledger'>): Promise<QueryValues['ledger']> {
  const { total, rows } = await book.records({ ...query, limit: query.limit ?? PAGE_LIMIT })
  const states = rows.map(record => book.contract(record.contract))
  return {
    total,
    rows: await Promise.all(
      rows.flatMap((record, i) => (states[i] === undefined ? [] : [ledgerRow(book, record, states[i])])),
    ),
  }
}

/** The sum of the postings to accounts that begin with `prefix`. */
export function postedTo(prefix: 'client' | 'freelancer' | 'escrow' | 'fees', postings: readonly Posting[]): Minor {
  return postings.reduce(
    (total, { account, amount }) => (account.split(':')[0] === prefix ? sum(total, amount) : total),
    ZERO,
  )
}
