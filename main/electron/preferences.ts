import { z } from 'zod'
import type { Preferences } from '../../shared/api/preferences.ts'
import { ownPresetSchema } from '../../shared/contract/own-preset.ts'
import { DATE_FORMATS, NUMBER_FORMATS } from '../../shared/formats.ts'
import { statementColumnsSchema } from '../../shared/reconcile/statement-fields.ts'
import { type Refused, writeRefused } from '../book/faults/store-refusal.ts'
import { readOwn, writeOwn } from '../book/folder/own-file.ts'

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
  readonly #path: string
  #preferences: Preferences

  private constructor(path: string, preferences: Preferences) {
    this.#path = path
    this.#preferences = preferences
  }

  /** Reads the file; if it is missing or unreadable, the app's defaults hold. */
  static open(path: string): PreferenceFile {
    return new PreferenceFile(path, preferencesSchema.parse(storedIn(path)))
  }

  /** All current preferences. */
  get(): Preferences {
    return this.#preferences
  }

  /**
   * Sets the given ones, once they are on the disk; undefined if they are. Columns of statements
   * are added to those of other shapes, of which the newest are kept. Refuses with `disk-full` and
   * `write-failed`; no preference takes effect then.
   */
  set(change: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }): Refused | undefined {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const shapes = Object.entries({
      ...withoutKeys(this.#preferences.statementColumns, change.statementColumns),
      ...change.statementColumns,
    })
    const statementColumns = Object.fromEntries(shapes.slice(-MOST_SHAPES))
    const preferences: Preferences = { ...this.#preferences, ...given, statementColumns }
    try {
      writeOwn(this.#path, JSON.stringify(preferences, null, 2))
    } catch (problem) {
      const { refusal } = writeRefused(problem, this.#path)
      return { ok: false, refusal: { ...refusal, variant: 'preferences' } }
    }
    this.#preferences = preferences
    return undefined
  }
}

function storedIn(path: string): unknown {
  try {
    const stored: unknown = JSON.parse(readOwn(path))
    return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? stored : {}
  } catch {
    return {}
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
