import type { Book } from '../../main/book/book.ts'
import { contractRows } from '../../main/queries/contracts.ts'
import { deadlinePage } from '../../main/queries/deadlines.ts'
import { ledgerPage } from '../../main/queries/ledger.ts'
import type { LedgerRow } from '../../shared/api/ledger.ts'
import { type QueryInput, type QueryOf, querySchema } from '../../shared/api/queries.ts'
import type { DeadlineView } from '../../shared/contract/contract.ts'
import { TODAY } from './open-book.ts'

/** A query parsed as the bridge parses it. */
export function ask<T extends QueryInput['type']>(type: T, fields: object = {}): QueryOf<T> {
  return querySchema.parse({ type, ...fields }) as QueryOf<T>
}

/** The ids of the contracts that the query `contracts` finds, in its order. */
export function contractIds(book: Book, fields: object): readonly string[] {
  return contractRows(book, ask('contracts', fields), TODAY).rows.map(row => row.id)
}

/** A page of the ledger, with rows only. */
export async function ledgerRows(
  book: Book,
  fields: object = {},
): Promise<{ readonly total: number; readonly rows: readonly LedgerRow[] }> {
  const { total, entries } = await ledgerPage(book, ask('ledger', fields))
  return { total, rows: entries.map(({ row }) => row) }
}

/** A page of the deadlines of all contracts. */
export function deadlineRows(book: Book, fields: object = {}): readonly DeadlineView[] {
  return deadlinePage(book, ask('deadlines', fields), TODAY).map(({ deadline }) => deadline)
}
