import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { z } from 'zod'
import type { Preferences } from '../../shared/queries.ts'

const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  side: z.enum(['client', 'freelancer']).catch('client'),
  preset: z.string().catch('Standard'),
  currency: z.string().catch('USD'),
  reminders: z.boolean().catch(true),
})

/** What the person chose for the app, kept in one file for all their books. What cannot be read of it is as if never chosen: no preference is worth a refusal to start. */
export class PreferenceFile {
  readonly #low: Low<Preferences>

  private constructor(low: Low<Preferences>) {
    this.#low = low
  }

  /** Reads the file; where there is none or it cannot be read, the preferences are the app's own. */
  static async open(path: string): Promise<PreferenceFile> {
    const adapter = new JSONFile<Preferences>(path)
    const stored = await adapter.read().catch(() => null)
    return new PreferenceFile(new Low(adapter, preferencesSchema.parse(stored ?? {})))
  }

  /** All preferences as they are now. */
  get(): Preferences {
    return this.#low.data
  }

  /** Sets those that are given. */
  async set(change: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }): Promise<void> {
    await this.#low.update(data => Object.assign(data, Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))))
  }
}
