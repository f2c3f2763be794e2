import { z } from 'zod'
import { escrowCommandSchema } from '../contract/commands.ts'

/** The most rows of a statement that may be applied at once. */
const MOST_ROWS = 100_000
const MOST_EDITED = 10_000
const MOST_BEFORE = 2

/** The title of a column of the statement. */
const titleSchema = z.string().min(1).max(200)

/**
 * Which column of a statement says what, by its title, and how its days and amounts are written
 * where that cannot be told from the file. Titles are compared trimmed and without case. For a
 * known format only what it leaves open is needed.
 */
export const statementColumnsSchema = z.strictObject({
  date: titleSchema.optional(),
  /**
   * Signed, as the account of the one who keeps the book sees it: negative where money leaves it.
   */
  amount: titleSchema.optional(),
  /**
   * What leaves it, with any sign, where the file has a column of its own for that; `amount` is
   * then what comes in.
   */
  amountOut: titleSchema.optional(),
  /** The platform's or bank's transaction id. */
  id: titleSchema.optional(),
  /** What kind of payment it is, in words. */
  kind: titleSchema.optional(),
  description: titleSchema.optional(),
  /** The other party, or the contract. */
  name: titleSchema.optional(),
  fee: titleSchema.optional(),
  currency: titleSchema.optional(),
  dateOrder: z.enum(['day-month-year', 'month-day-year', 'year-month-day']).optional(),
  decimalMark: z.enum(['point', 'comma']).optional(),
  /** Of all rows, where no column says it. */
  inCurrency: z.string().min(1).max(200).optional(),
})
/** See `statementColumnsSchema`. */
export type StatementColumns = z.output<typeof statementColumnsSchema>

/** What a row is to record where the person chose something else than what was proposed. */
const editedRowSchema = z.strictObject({
  line: z.int().min(1),
  command: escrowCommandSchema,
  /** What is recorded ahead of it: the request of a refund, the ending of the contract. */
  before: z.array(escrowCommandSchema).max(MOST_BEFORE).optional(),
})

/** The fields of the app's command `apply-statement`. */
export const applyStatementFields = {
  /** The statement as `match-statement` names it, or its text. */
  statement: z.string().min(1).max(200).optional(),
  text: z.string().optional(),
  columns: statementColumnsSchema.optional(),
  /**
   * Which rows are ticked to begin with: none (where it is left out), those that are safe to tick
   * without looking, or all that can be.
   */
  ticked: z.enum(['none', 'sure', 'all']).optional(),
  /** The lines that are ticked besides. */
  lines: z.array(z.int().min(1)).max(MOST_ROWS).optional(),
  /** The lines that are not. */
  except: z.array(z.int().min(1)).max(MOST_ROWS).optional(),
  /** What rows record that the person changed; they are ticked. */
  edited: z.array(editedRowSchema).max(MOST_EDITED).optional(),
}
