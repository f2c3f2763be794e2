import { SHELL } from './app.ts'
import { TERMINAL } from './command-line.ts'
import { DIALOGS } from './dialogs.ts'
import { EXPORT } from './export.ts'
import { WAYS } from './funding-options.ts'
import { LABELS } from './labels.ts'
import { PRINTED_STATEMENT } from './printed-statement.ts'
import { READING } from './reading.ts'
import { RECONCILE } from './reconcile.ts'
import { REFUSALS } from './refusals.ts'
import { SCREENS } from './screens.ts'
import { SETTINGS } from './settings.ts'
import { STATEMENT } from './statement.ts'
import { STORE } from './store.ts'
import { YEAR } from './year.ts'

/**
 * Every text of the app, by key, in ICU message syntax. One catalogue, so that a translation is one
 * more of these and a test can tell a missing or unused key.
 */
export const CATALOGUE = {
  ...REFUSALS,
  ...LABELS,
  ...DIALOGS,
  ...EXPORT,
  ...PRINTED_STATEMENT,
  ...WAYS,
  ...READING,
  ...RECONCILE,
  ...SCREENS,
  ...SETTINGS,
  ...SHELL,
  ...STATEMENT,
  ...STORE,
  ...TERMINAL,
  ...YEAR,
} as const

/** The key of a text. */
export type WordKey = keyof typeof CATALOGUE

/** Takes a computed key as one of the catalogue's; undefined when there is none. */
export function wordKey(key: string): WordKey | undefined {
  return Object.hasOwn(CATALOGUE, key) ? (key as WordKey) : undefined
}
