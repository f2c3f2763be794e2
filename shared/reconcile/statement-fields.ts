import { z } from 'zod'
import { recordedCommandSchema } from '../contract/commands.ts'
import { CHOSEN_ENCODINGS } from './encodings.ts'

/** The maximum number of rows that can be applied at once. */
const MOST_ROWS = 100_000
const MOST_EDITED = 10_000
const MOST_BEFORE = 4
const MOST_WORDS = 20
const MOST_LINES = 200_000

/** The title of a column. */
const titleSchema = z.string().min(1).max(200)
/** Words of a column, compared trimmed and without case; none if the file has no such column. */
const cellWordsSchema = z.array(z.string().min(1).max(200)).max(MOST_WORDS)

/**
 * The columns of a statement by title, and the format of its days and amounts if the file leaves it
 * open. Titles are compared trimmed and without case. A known format needs only what it leaves
 * open.
 */
export const statementColumnsSchema = z.strictObject({
  date: titleSchema.optional(),
  /** Signed, as seen from the keeper's account: negative if money leaves it. */
  amount: titleSchema.optional(),
  /**
   * Money out, with any sign, if the file has a separate column for it; `amount` is then money in.
   */
  amountOut: titleSchema.optional(),
  /** The platform's or bank's transaction id. */
  id: titleSchema.optional(),
  /** The kind of payment, in words. */
  kind: titleSchema.optional(),
  description: titleSchema.optional(),
  /** The other party, or the contract. */
  name: titleSchema.optional(),
  fee: titleSchema.optional(),
  currency: titleSchema.optional(),
  /** A word for whether money came in or went out, beside an amount without a sign. */
  direction: titleSchema.optional(),
  /** The words of `direction` that mean money out; without `direction`, no column says it. */
  directionOut: cellWordsSchema.optional(),
  /** A word for whether the payment has happened. */
  status: titleSchema.optional(),
  /** The words of `status` that mean so; without `status`, every row has happened. */
  statusDone: cellWordsSchema.optional(),
  /** The account's balance after the row. */
  balance: titleSchema.optional(),
  /** The amount that arrived elsewhere, as in the bank of a withdrawal, and its currency. */
  localAmount: titleSchema.optional(),
  localCurrency: titleSchema.optional(),
  dateOrder: z.enum(['day-month-year', 'month-day-year', 'year-month-day']).optional(),
  decimalMark: z.enum(['point', 'comma']).optional(),
  /** The currency of all rows, if no column has it. */
  inCurrency: z.string().min(1).max(200).optional(),
  /** The line of the titles, from 1, if it is not found by itself; 0 if the file has none. */
  titles: z.int().min(0).max(MOST_LINES).optional(),
  /** The encoding of the file, if it does not say itself. */
  encoding: z.enum(CHOSEN_ENCODINGS).optional(),
})
/** See `statementColumnsSchema`. */
export type StatementColumns = z.output<typeof statementColumnsSchema>

/** The command that a row records if the person changed the offered one. */
const editedRowSchema = z.strictObject({
  line: z.int().min(1),
  command: recordedCommandSchema,
  /** Recorded before it: the refund request, or the end of the contract. */
  before: z.array(recordedCommandSchema).max(MOST_BEFORE).optional(),
})

/** The file of a statement, which the journal keeps the name and fingerprint of. */
const statementFileSchema = z.strictObject({
  name: z.string().max(1_000),
  /** Of its bytes, in lower case. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
})

/** The decisions about a statement's rows, which recording and its preview take alike. */
export const statementDecisions = {
  /** The rows ticked initially: none (the default), those that are safe without review, or all. */
  ticked: z.enum(['none', 'sure', 'all']).optional(),
  /** Lines ticked in addition. */
  lines: z.array(z.int().min(1)).max(MOST_ROWS).optional(),
  /** Lines unticked. */
  except: z.array(z.int().min(1)).max(MOST_ROWS).optional(),
  /** Rows that the person changed; these are ticked. */
  edited: z.array(editedRowSchema).max(MOST_EDITED).optional(),
}

/** The fields of the app's command `apply-statement`. */
export const applyStatementFields = {
  /** The file that was read; without it, the text stands for it, and has no name. */
  file: statementFileSchema.optional(),
  /** The name `match-statement` gave the statement; without it, `text` is needed. */
  statement: z.string().min(1).max(200).optional(),
  text: z.string().optional(),
  columns: statementColumnsSchema.optional(),
  ...statementDecisions,
}
