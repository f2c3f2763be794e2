import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { z } from 'zod'
import type { Preferences } from '../../shared/api/preferences.ts'
import { ownPresetSchema } from '../../shared/contract/own-preset.ts'
import { DATE_FORMATS, NUMBER_FORMATS } from '../../shared/formats.ts'
import { statementColumnsSchema } from '../../shared/reconcile/statement-fields.ts'

const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  side: z.enum(['client', 'freelancer']).catch('client'),
  preset: z.string().catch('Standard'),
  ownPresets: z.array(ownPresetSchema).catch([]),
  currency: z.string().catch('USD'),
  numberFormat: z.enum(NUMBER_FORMATS).catch('system'),
  dateFormat: z.enum(DATE_FORMATS).catch('system'),
  rows: z.enum(['regular', 'compact']).catch('regular'),
  reminders: z.boolean().catch(true),
  statementColumns: z.record(z.string(), statementColumnsSchema).catch({}),
})

/**
 * The person's preferences, in one file for all their books. Unreadable values count as never
 * chosen: no preference justifies refusing to start.
 */
export class PreferenceFile {
  readonly #low: Low<Preferences>

  private constructor(low: Low<Preferences>) {
    this.#low = low
  }

  /** Reads the file; if it is missing or unreadable, the app's defaults hold. */
  static async open(path: string): Promise<PreferenceFile> {
    const adapter = new JSONFile<Preferences>(path)
    const stored = await adapter.read().catch(() => null)
    return new PreferenceFile(new Low(adapter, preferencesSchema.parse(stored ?? {})))
  }

  /** All current preferences. */
  get(): Preferences {
    return this.#low.data
  }

  /**
   * Sets the given ones. Columns of statements are added to those of other shapes, of which the
   * newest are kept.
   */
  async set(change: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }): Promise<void> {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    await this.#low.update(data => {
      const shapes = Object.entries({
        ...withoutKeys(data.statementColumns, change.statementColumns),
        ...change.statementColumns,
      })
      Object.assign(data, given, { statementColumns: Object.fromEntries(shapes.slice(-MOST_SHAPES)) })
    })
  }
}

const MOST_SHAPES = 50

/** A key that is given again becomes the newest. */
function withoutKeys<T>(
  kept: Readonly<Record<string, T>>,
  given: Readonly<Record<string, T>> = {},
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(kept).filter(([key]) => !Object.hasOwn(given, key)))
}
