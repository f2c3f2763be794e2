import { z } from 'zod'
import { type OwnPreset, ownPresetSchema } from '../contract/own-preset.ts'
import { DATE_FORMATS, type DateFormat, NUMBER_FORMATS, type NumberFormat } from '../formats.ts'
import { type StatementColumns, statementColumnsSchema } from '../reconcile/statement-fields.ts'

/** The query for this person's preferences. */
export const preferenceQueries = [z.strictObject({ type: z.literal('preferences') })] as const

/** The answer to the query for preferences. */
export interface PreferenceQueryValues {
  preferences: Preferences
}

/** This person's preferences; stored outside the book. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark'
  readonly side: 'client' | 'freelancer'
  readonly preset: string
  /** In addition to the presets of the platforms. */
  readonly ownPresets: readonly OwnPreset[]
  readonly currency: string
  readonly numberFormat: NumberFormat
  readonly dateFormat: DateFormat
  /** The height of rows in lists. */
  readonly rows: 'regular' | 'compact'
  /** True if the system notifies of upcoming deadlines. */
  readonly reminders: boolean
  /** The columns of statements in unknown formats, by the shape of the file. */
  readonly statementColumns: Readonly<Record<string, StatementColumns>>
}

/** The command that changes preferences. */
export const preferenceCommands = [
  z.strictObject({
    type: z.literal('set-preference'),
    theme: z.enum(['system', 'light', 'dark']).optional(),
    side: z.enum(['client', 'freelancer']).optional(),
    preset: z.string().min(1).max(200).optional(),
    /** The complete list, in order. */
    ownPresets: z.array(ownPresetSchema).max(100).optional(),
    currency: z.string().min(1).max(200).optional(),
    numberFormat: z.enum(NUMBER_FORMATS).optional(),
    dateFormat: z.enum(DATE_FORMATS).optional(),
    rows: z.enum(['regular', 'compact']).optional(),
    reminders: z.boolean().optional(),
    /** By the shape of the file (`statementShape`). */
    statementColumns: z.record(z.string().max(20_000), statementColumnsSchema).optional(),
  }),
] as const

/** The value of a change of preferences: all of them. */
export interface PreferenceCommandValues {
  'set-preference': Preferences
}
