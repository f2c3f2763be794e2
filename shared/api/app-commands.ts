import { z } from 'zod'
import { escrowCommandSchema } from '../contract/commands.ts'
import { ownPresetSchema } from '../contract/own-preset.ts'
import { openUnderWaySchema } from '../contract/under-way.ts'
import { dateSchema, idSchema, nameSchema, pathSchema, yearSchema } from '../fields.ts'
import { DATE_FORMATS, NUMBER_FORMATS } from '../formats.ts'
import { applyStatementFields, statementColumnsSchema } from '../reconcile/statement-fields.ts'
import { EXPORT_FORMATS } from './export-formats.ts'
import { YEAR_STATEMENTS } from './year.ts'

/**
 * The commands of the app itself (documented in docs/api.md). Only `apply-statement` and
 * `open-under-way` write entries.
 */
export const appCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('set-preference'),
    theme: z.enum(['system', 'light', 'dark']).optional(),
    side: z.enum(['client', 'freelancer']).optional(),
    preset: z.string().min(1).max(200).optional(),
    /** All of them, in their order. */
    ownPresets: z.array(ownPresetSchema).max(100).optional(),
    currency: z.string().min(1).max(200).optional(),
    numberFormat: z.enum(NUMBER_FORMATS).optional(),
    dateFormat: z.enum(DATE_FORMATS).optional(),
    rows: z.enum(['regular', 'compact']).optional(),
    reminders: z.boolean().optional(),
    /** By the shape of the file (`statementShape`). */
    statementColumns: z.record(z.string().max(20_000), statementColumnsSchema).optional(),
  }),
  z.strictObject({ type: z.literal('back-up') }),
  /** `id` as the query `backups` gives it. */
  z.strictObject({ type: z.literal('restore-backup'), id: z.string().min(1).max(200) }),
  /** Without `folder` the person is asked. */
  z.strictObject({ type: z.literal('open-book'), folder: pathSchema.optional() }),
  /**
   * Without `folder` (a whole path, which nothing may be at yet) the person is asked. The app then
   * starts on it in place of this one.
   */
  z.strictObject({ type: z.literal('move-book'), folder: pathSchema.optional() }),
  z.strictObject({ type: z.literal('load-sample') }),
  /** Without `path` the person is asked; with it (a whole path) no file is replaced. */
  z.strictObject({
    type: z.literal('save-export'),
    format: z.enum(EXPORT_FORMATS),
    contractId: idSchema.optional(),
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    path: pathSchema.optional(),
  }),
  /**
   * Reads a JSON export of a whole book and says what restoring it would do. Without `path` the
   * person is asked.
   */
  z.strictObject({ type: z.literal('check-export'), path: pathSchema.optional() }),
  /** Puts the book that a JSON export holds in this one's place, after a backup. */
  z.strictObject({ type: z.literal('restore-export'), path: pathSchema }),
  openUnderWaySchema,
  /** Records the rows of a statement that were ticked, all or none, after a backup. */
  z.strictObject({ type: z.literal('apply-statement'), ...applyStatementFields }),
  /**
   * What it is of, as in the query `statement`. Without `path` the person is asked; with it (a
   * whole path) no file is replaced.
   */
  z.strictObject({
    type: z.literal('print-statement'),
    contractId: idSchema.optional(),
    client: nameSchema.optional(),
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    path: pathSchema.optional(),
  }),
  /**
   * A year into a new folder, for an accountant. Without `path` the person is asked; a folder that
   * is there is never written into.
   */
  z.strictObject({
    type: z.literal('save-year'),
    year: yearSchema,
    statements: z.enum(YEAR_STATEMENTS).optional(),
    path: pathSchema.optional(),
  }),
  /** `job` as the pushes `progress` name it. */
  z.strictObject({ type: z.literal('cancel'), job: z.string().min(1).max(200) }),
])

/** A parsed command of the app. */
export type AppCommand = z.output<typeof appCommandSchema>

/** Every command that `window.escrowbook.execute` takes. */
export const commandSchema = z.discriminatedUnion('type', [escrowCommandSchema, appCommandSchema])
/** A parsed command. */
export type Command = z.output<typeof commandSchema>
/** A command as a script or a screen writes it. */
export type CommandInput = z.input<typeof commandSchema>
