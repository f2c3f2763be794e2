import { z } from 'zod'
import { type AccountQueryValues, accountQueries } from './accounts.ts'
import { type BackupQueryValues, backupQueries } from './backups.ts'
import { type BookQueryValues, bookQueries } from './book.ts'
import { type ContractQueryValues, contractQueries } from './contracts.ts'
import { type CorrectionQueryValues, correctionQueries } from './correction.ts'
import { type DeadlineQueryValues, deadlineQueries } from './deadlines.ts'
import { type ExportQueryValues, exportQueries } from './exports.ts'
import { type ImportQueryValues, importQueries } from './imports.ts'
import { type LedgerQueryValues, ledgerQueries } from './ledger.ts'
import { type MoveQueryValues, moveQueries } from './moves.ts'
import { type PlanQueryValues, planQueries } from './plan.ts'
import { type PreferenceQueryValues, preferenceQueries } from './preferences.ts'
import { type PrintedStatementQueryValues, printedStatementQueries } from './printed-statements.ts'
import { type ReconcileQueryValues, reconcileQueries } from './reconcile.ts'
import { type ReportQueryValues, reportQueries } from './reports.ts'

/**
 * Every query that `window.escrowbook.query` takes (docs/api.md). Strict: an unknown field is
 * refused. Each area defines its own.
 */
export const querySchema = z.discriminatedUnion('type', [
  ...contractQueries,
  ...accountQueries,
  ...ledgerQueries,
  ...correctionQueries,
  ...deadlineQueries,
  ...reportQueries,
  ...planQueries,
  ...moveQueries,
  ...reconcileQueries,
  ...importQueries,
  ...exportQueries,
  ...printedStatementQueries,
  ...bookQueries,
  ...backupQueries,
  ...preferenceQueries,
])

/** A parsed query. */
export type Query = z.output<typeof querySchema>
/** A query as a script or a screen writes it. */
export type QueryInput = z.input<typeof querySchema>
/** The parsed query of one name. */
export type QueryOf<T extends Query['type']> = Extract<Query, { type: T }>

/** The answer to each query, by its name. */
export interface QueryValues
  extends ContractQueryValues,
    AccountQueryValues,
    LedgerQueryValues,
    CorrectionQueryValues,
    DeadlineQueryValues,
    ReportQueryValues,
    PlanQueryValues,
    MoveQueryValues,
    ReconcileQueryValues,
    ImportQueryValues,
    ExportQueryValues,
    PrintedStatementQueryValues,
    BookQueryValues,
    BackupQueryValues,
    PreferenceQueryValues {}
