import type { IsoDate } from '../dates/calendar.ts'

/**
 * The file of a statement: its name, empty where none is known, the SHA-256 of its bytes in
 * hexadecimal, and its length in bytes.
 */
export interface StatementFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

/**
 * An import as its own line of the journal keeps it: the statement's file, format and days, and
 * what became of its rows. Rows that were recorded are in the same line, as the references of its
 * records.
 */
export interface StatementImport {
  readonly file: StatementFile
  /** The format that it was read as (docs/reconcile.md, Files). */
  readonly format: string
  /** The first and last day of its rows; null if it has none. */
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  /** The number of rows recorded as entries. */
  readonly recorded: number
  /** The number of rows whose id became the reference of an entry that was there. */
  readonly annotated: number
  /** The number of entries reversed, to be recorded as the statement has them. */
  readonly reversed: number
  /** The number of rows that are no payment of a contract. */
  readonly ignored: number
  /** The ids of rows that the person left out. */
  readonly left: readonly string[]
  /** The ids of rows that were not ticked, and wait for a decision. */
  readonly open: readonly string[]
}
