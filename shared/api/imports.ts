import { z } from 'zod'
import type { RefusalCode } from '../contract/refusals.ts'
import type { StatementFile } from '../contract/statement-import.ts'
import type { IsoDate } from '../dates/calendar.ts'
import { page } from './query-fields.ts'

/** The query that lists the imports of statements, the latest first. */
export const importQueries = [z.strictObject({ type: z.literal('imports'), ...page })] as const

/** The answer to the query for imports; `total` counts all of them. */
export interface ImportQueryValues {
  imports: { readonly total: number; readonly rows: readonly ImportRow[] }
}

/**
 * An import of a statement: the number of its line in the journal, when it was recorded (ISO 8601,
 * UTC) and by whom on a shared book, its file, and what became of its rows.
 */
export interface ImportRow {
  readonly import: number
  readonly at: string
  readonly by?: string
  /** Null for an import recorded before this was kept, which cannot be taken back. */
  readonly file: StatementFile | null
  /** The format that the file was read as (docs/reconcile.md, Files); null if it was not kept. */
  readonly format: string | null
  /** The first and last day of the statement's rows; null if it has none, or it was not kept. */
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  /** The number of rows recorded as entries. */
  readonly recorded: number
  /** The number of rows whose id was given to an entry. */
  readonly annotated: number
  /** The number of entries reversed, to be recorded as the statement has them. */
  readonly reversed: number
  /** The number of rows left out: by the person, or because they are no payment of a contract. */
  readonly left: number
  /** The number of rows that still wait: neither in the book nor left out since. */
  readonly open: number
  /** When and by whom it was taken back, if it was, and how many of its entries went. */
  readonly takenBack?: { readonly at: string; readonly by?: string; readonly entries: number }
  /** The reason why it cannot be taken back, if that is certain; a preview may name another. */
  readonly blocked?: { readonly code: RefusalCode; readonly message: string }
}
