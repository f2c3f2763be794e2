import { z } from 'zod'
import { idSchema, nameSchema, pathSchema } from '../fields.ts'
import type { PaperCheck, PrintedStatement, StatementCheck } from '../printed-statement/printed-statement.ts'
import type { KeptPaper, SavedFile } from './exports.ts'
import { period } from './query-fields.ts'

/**
 * The contract, else the client, else the whole book; the period defaults to the first entry until
 * today.
 */
const subject = { contractId: idSchema.optional(), client: nameSchema.optional(), ...period }

/** The queries about printed statements. */
export const printedStatementQueries = [
  z.strictObject({ type: z.literal('statement'), ...subject }),
  /** Tests whether this book still holds the entries named at the foot of a printed statement. */
  z.strictObject({ type: z.literal('check-statement'), entries: z.int().min(1), head: z.string().min(1).max(200) }),
  /** Looks a file up among the papers that this book printed, by the SHA-256 of its bytes. */
  z.strictObject({ type: z.literal('check-paper'), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
] as const

/** The answers to the queries about printed statements. */
export interface PrintedStatementQueryValues {
  statement: PrintedStatement
  'check-statement': StatementCheck
  'check-paper': PaperCheck
}

/** The command that prints a statement to PDF. */
export const printedStatementCommands = [
  /** Without `path` (absolute), asks the person; with it, never replaces a file. */
  z.strictObject({ type: z.literal('print-statement'), ...subject, path: pathSchema.optional() }),
] as const

/** The value of a statement that was printed. */
export interface PrintedStatementCommandValues {
  'print-statement': SavedFile & KeptPaper
}
