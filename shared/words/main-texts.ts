import { ACCOUNT_REFUSALS } from './texts/account-refusals.ts'
import { COMMAND_LINE } from './texts/command-line.ts'
import { INPUT_NAMES } from './texts/input-names.ts'
import { NATIVE } from './texts/native.ts'
import { REFUSALS } from './texts/refusals.ts'
import { STORE } from './texts/store.ts'

/** The texts of the main process only. They reach the page, if at all, as finished sentences. */
export const MAIN_TEXTS = {
  ...ACCOUNT_REFUSALS,
  ...COMMAND_LINE,
  ...INPUT_NAMES,
  ...NATIVE,
  ...REFUSALS,
  ...STORE,
} as const
