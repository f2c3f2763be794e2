import { z } from 'zod'
import { CHOSEN_ENCODINGS } from '../reconcile/encodings.ts'
import { type AppliedStatement, ROW_STATES, type StatementMatch } from '../reconcile/statement.ts'
import { applyStatementFields, statementColumnsSchema, statementDecisions } from '../reconcile/statement-fields.ts'
import { page } from './query-fields.ts'

/** The query that matches a platform's or bank's statement with the book. */
export const reconcileQueries = [
  /** Takes `text`, or the `statement` named by an earlier answer. */
  z.strictObject({
    type: z.literal('match-statement'),
    text: z.string().optional(),
    statement: z.string().min(1).max(200).optional(),
    columns: statementColumnsSchema.optional(),
    /** As in `apply-statement`; without any, the rows that are sure are ticked. */
    ...statementDecisions,
    /** The encoding that the text was read by, if that is a guess which a person must confirm. */
    encoding: z.enum(CHOSEN_ENCODINGS).optional(),
    /** Only rows in this state. */
    state: z.enum(ROW_STATES).optional(),
    /** True: rows that belong to another row are returned only with it. */
    folded: z.boolean().optional(),
    ...page,
  }),
] as const

/** The answer to a statement match. */
export interface ReconcileQueryValues {
  'match-statement': StatementMatch
}

/** The command that records the ticked rows of a statement, all or none, after a backup. */
export const reconcileCommands = [
  z.strictObject({ type: z.literal('apply-statement'), ...applyStatementFields }),
] as const

/** The value of an applied statement. */
export interface ReconcileCommandValues {
  'apply-statement': AppliedStatement
}
