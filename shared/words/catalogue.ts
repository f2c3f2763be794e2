import { MAIN_TEXTS } from './main-texts.ts'
import { CONTRACT } from './texts/contract.ts'
import { CONTRACTS } from './texts/contracts.ts'
import { CORRECTION } from './texts/correction.ts'
import { DIALOGS } from './texts/dialogs.ts'
import { EXPORT } from './texts/export.ts'
import { FRAME } from './texts/frame.ts'
import { FUNDING_OPTIONS } from './texts/funding-options.ts'
import { GLOSSARY } from './texts/glossary.ts'
import { HELP } from './texts/help.ts'
import { HELP_SCREEN } from './texts/help-screen.ts'
import { IMPORTS } from './texts/imports.ts'
import { LABELS } from './texts/labels.ts'
import { LEDGER } from './texts/ledger.ts'
import { MONEY_BAR } from './texts/money-bar.ts'
import { MOVES } from './texts/moves.ts'
import { NEW_CONTRACT } from './texts/new-contract.ts'
import { OVERVIEW } from './texts/overview.ts'
import { PICKERS } from './texts/pickers.ts'
import { PLANNER } from './texts/planner.ts'
import { PRINTED_STATEMENT } from './texts/printed-statement.ts'
import { RECONCILE } from './texts/reconcile.ts'
import { REPORTS } from './texts/reports.ts'
import { SETTINGS } from './texts/settings.ts'
import { STATEMENT_ROWS } from './texts/statement-rows.ts'
import { YEAR } from './texts/year.ts'

/**
 * Every text of the app by key, in ICU message syntax. Translations have the same keys, so that a
 * test can find missing and unused ones. The page is built without `MAIN_TEXTS`.
 */
export const CATALOGUE = {
  ...CONTRACT,
  ...CONTRACTS,
  ...CORRECTION,
  ...DIALOGS,
  ...EXPORT,
  ...FRAME,
  ...FUNDING_OPTIONS,
  ...GLOSSARY,
  ...HELP,
  ...HELP_SCREEN,
  ...IMPORTS,
  ...LABELS,
  ...LEDGER,
  ...MAIN_TEXTS,
  ...MONEY_BAR,
  ...MOVES,
  ...NEW_CONTRACT,
  ...OVERVIEW,
  ...PICKERS,
  ...PLANNER,
  ...PRINTED_STATEMENT,
  ...RECONCILE,
  ...REPORTS,
  ...SETTINGS,
  ...STATEMENT_ROWS,
  ...YEAR,
} as const

/** The key of a text. */
export type WordKey = keyof typeof CATALOGUE

/** Returns a computed key as one of the catalogue's; undefined if there is none. */
export function wordKey(key: string): WordKey | undefined {
  return Object.hasOwn(CATALOGUE, key) ? (key as WordKey) : undefined
}
