import { z } from 'zod'
import { dateSchema, idSchema, pathSchema, yearSchema } from '../fields.ts'
import type { BookAnswer } from './book.ts'
import { EXPORT_FORMATS } from './export-formats.ts'
import { period } from './query-fields.ts'
import { YEAR_STATEMENTS } from './year-statements.ts'

/** The queries about files the book can be written to. */
export const exportQueries = [
  z.strictObject({
    type: z.literal('export'),
    format: z.enum(EXPORT_FORMATS),
    contractId: idSchema.optional(),
    ...period,
  }),
  /** The contents `save-year` would write. */
  z.strictObject({ type: z.literal('year'), year: yearSchema }),
] as const

/** The answers to the queries about exports. */
export interface ExportQueryValues {
  export: { readonly filename: string; readonly text: string }
  year: YearContents
}

/**
 * The contents of a year: its entries, the contracts on which money moved and their clients, and
 * the years in which any money moved, the latest first.
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
  /** Asks the person for a path if `path` (absolute) is left out; with it, no file is replaced. */
  z.strictObject({
    type: z.literal('save-export'),
    format: z.enum(EXPORT_FORMATS),
    contractId: idSchema.optional(),
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    path: pathSchema.optional(),
  }),
  /** Reads a JSON export of a whole book and says what restoring it would do. */
  z.strictObject({ type: z.literal('check-export'), path: pathSchema.optional() }),
  /** Replaces this book with the one in a JSON export, after a backup. */
  z.strictObject({ type: z.literal('restore-export'), path: pathSchema }),
  /**
   * Writes a year to a new folder, for an accountant. Asks the person for it if `path` is left out;
   * never writes to an existing folder.
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
  'save-year': SavedYear
}

/** A file that was written: its absolute path, and its size in bytes. */
export interface SavedFile {
  readonly path: string
  readonly bytes: number
}

/**
 * The folder written by `save-year`, with the number of its files and their total size in bytes.
 */
export interface SavedYear extends SavedFile {
  readonly files: number
}

/**
 * A JSON export that was checked: its number of entries, the hash of its last line, the moment that
 * line was written (ISO 8601, UTC; null if there is none), and the number of entries of the open
 * book it lacks.
 */
export interface CheckedExport {
  readonly path: string
  readonly entries: number
  readonly head: string
  readonly at: string | null
  readonly missing: number
}
