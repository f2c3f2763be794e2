import { z } from 'zod'
import { dateSchema, idSchema, pathSchema, yearSchema } from '../fields.ts'
import type { BookAnswer } from './book.ts'
import { EXPORT_FORMATS } from './export-formats.ts'
import { period } from './query-fields.ts'
import { YEAR_STATEMENTS } from './year-statements.ts'

/** The queries about files that the book can be written to. */
export const exportQueries = [
  z.strictObject({
    type: z.literal('export'),
    format: z.enum(EXPORT_FORMATS),
    contractId: idSchema.optional(),
    ...period,
  }),
  /** The contents that `save-year` would write. */
  z.strictObject({ type: z.literal('year'), year: yearSchema }),
] as const

/** The answers to the queries about exports. */
export interface ExportQueryValues {
  export: { readonly filename: string; readonly text: string }
  year: YearContents
}

/**
 * The contents of a year: its entries, the contracts in which money moved and their clients; and
 * all years in which money moved, latest first.
 */
export interface YearContents {
  readonly year: number
  readonly years: readonly number[]
  readonly entries: number
  readonly contracts: number
  readonly clients: number
  readonly currencies: readonly string[]
}

/** The commands that write exports and read a JSON export back. */
export const exportCommands = [
  /** Without `path` (absolute), asks the person; with it, never replaces a file. */
  z.strictObject({
    type: z.literal('save-export'),
    format: z.enum(EXPORT_FORMATS),
    contractId: idSchema.optional(),
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    path: pathSchema.optional(),
  }),
  /** Reads a JSON export of a whole book and reports the effect of restoring it. */
  z.strictObject({ type: z.literal('check-export'), path: pathSchema.optional() }),
  /** Replaces this book with the one in a JSON export, after a backup. */
  z.strictObject({ type: z.literal('restore-export'), path: pathSchema }),
  /**
   * Writes a year to a new folder, for an accountant. Without `path`, asks the person; never writes
   * to an existing folder.
   */
  z.strictObject({
    type: z.literal('save-year'),
    year: yearSchema,
    statements: z.enum(YEAR_STATEMENTS).optional(),
    path: pathSchema.optional(),
  }),
] as const

/** The values of the commands about exports. */
export interface ExportCommandValues {
  'save-export': SavedFile
  'check-export': CheckedExport
  'restore-export': BookAnswer
  'save-year': SavedYear & KeptPaper
}

/** A file that was written: its absolute path, and its size in bytes. */
export interface SavedFile {
  readonly path: string
  readonly bytes: number
}

/**
 * The book's record of a paper that was printed or saved. If it could not be made, `why` says so in
 * words; the paper itself is there.
 */
export interface KeptPaper {
  readonly kept: boolean
  readonly why?: string
}

/** The folder written by `save-year`, with the number and total size in bytes of its files. */
export interface SavedYear extends SavedFile {
  readonly files: number
}

/**
 * A JSON export that was checked: its number of entries, the hash of its last line, the time that
 * line was written (ISO 8601, UTC; null if there is none), and the number of the open book's
 * entries it lacks.
 */
export interface CheckedExport {
  readonly path: string
  readonly entries: number
  readonly head: string
  readonly at: string | null
  readonly missing: number
}
