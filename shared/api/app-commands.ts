import { z } from 'zod'
import { accountCommandSchema } from '../account/commands.ts'
import { escrowCommandSchema } from '../contract/commands.ts'
import { type BackupCommandValues, backupCommands } from './backups.ts'
import { type BookCommandValues, bookCommands } from './book.ts'
import { type ExportCommandValues, exportCommands } from './exports.ts'
import { type JobCommandValues, jobCommands } from './jobs.ts'
import { type MoveCommandValues, moveCommands } from './moves.ts'
import { type PreferenceCommandValues, preferenceCommands } from './preferences.ts'
import { type PrintedStatementCommandValues, printedStatementCommands } from './printed-statements.ts'
import { type ReconcileCommandValues, reconcileCommands } from './reconcile.ts'

/**
 * The commands of the app itself (docs/api.md). Only `apply-statement`, `open-under-way`
 * and `do-again` write entries. Each area defines its own.
 */
export const appCommandSchema = z.discriminatedUnion('type', [
  ...preferenceCommands,
  ...backupCommands,
  ...bookCommands,
  ...exportCommands,
  ...moveCommands,
  ...reconcileCommands,
  ...printedStatementCommands,
  ...jobCommands,
])

/** A parsed command of the app. */
export type AppCommand = z.output<typeof appCommandSchema>

/** The value of each command of the app, by its name. */
export interface AppCommandValues
  extends PreferenceCommandValues,
    BackupCommandValues,
    BookCommandValues,
    ExportCommandValues,
    MoveCommandValues,
    ReconcileCommandValues,
    PrintedStatementCommandValues,
    JobCommandValues {}

/** Every command that `window.escrowbook.execute` takes. */
export const commandSchema = z.discriminatedUnion('type', [escrowCommandSchema, accountCommandSchema, appCommandSchema])
/** A parsed command. */
export type Command = z.output<typeof commandSchema>
/** A command as a script or a screen writes it. */
export type CommandInput = z.input<typeof commandSchema>
