import type { IsoDate } from '../dates/calendar.ts'
import type { Minor } from '../money/money.ts'

/** The refusal codes of the rulebook (rules.md, Refusals). Stable: scripts rely on them. */
export const RULE_CODES = [
  'bad-input',
  'bad-amount',
  'not-positive',
  'amount-too-large',
  'bad-date',
  'date-in-future',
  'date-before-last-entry',
  'period-closed',
  'unknown-contract',
  'unknown-milestone',
  'unknown-entry',
  'unknown-currency',
  'same-party',
  'bad-position',
  'below-minimum',
  'contract-ended',
  'contract-ending',
  'contract-in-use',
  'milestone-not-planned',
  'milestone-already-funded',
  'milestone-not-funded',
  'milestone-already-submitted',
  'milestone-not-submitted',
  'exceeds-held',
  'exceeds-escrow',
  'exceeds-paid',
  'amount-reserved',
  'refund-only-at-end',
  'refund-pending',
  'no-refund-pending',
  'dispute-open',
  'no-dispute',
  'split-mismatch',
  'money-in-escrow',
  'nothing-to-reverse',
] as const

/** The refusal codes of platforms' accounts (rules-account.md, Moves). Stable like those above. */
export const ACCOUNT_CODES = [
  'unknown-account',
  'account-exists',
  'account-side',
  'account-currency',
  'account-in-use',
] as const

/** The refusal codes of imports of statements. Stable like those above. */
export const IMPORT_CODES = ['unknown-import'] as const

/** The refusal codes of the store and of Electron's side; nothing was recorded. */
export const STORE_CODES = [
  'format-too-new',
  'export-too-large',
  'book-read-only',
  'book-locked',
  'disk-full',
  'write-failed',
  'forbidden',
  'cancelled',
  'unreadable-statement',
  'internal',
] as const

/** A refusal code of the rulebook. */
export type RuleCode = (typeof RULE_CODES)[number]
/** A refusal code of the rules of accounts. */
export type AccountCode = (typeof ACCOUNT_CODES)[number]
/** A refusal code of imports. */
export type ImportCode = (typeof IMPORT_CODES)[number]
/** Any code of an answer. */
export type RefusalCode = RuleCode | AccountCode | ImportCode | (typeof STORE_CODES)[number]

/**
 * A parameter of a refusal's or warning's sentence: text, a count, a day, or money, which is
 * formatted with the contract's decimals when put into words.
 */
export type Parameter = string | number | { readonly money: Minor } | { readonly day: IsoDate }

/**
 * A refusal from the engine: a code and the parameters of its sentence. `variant` selects another
 * wording of the same code (for instance if some of the money is reserved); `field` is the input at
 * fault.
 */
export interface Refusal {
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, Parameter>>
  readonly variant?: string
  readonly field?: string
  /** The entry that a correction or `do-again` could not record again. */
  readonly entry?: number
  /** The decimals of amounts in its sentence, where the command names no contract. */
  readonly decimals?: number
  /** The statement's row at fault: its first line, and the decimals of its contract. */
  readonly row?: { readonly line: number; readonly decimals: number }
}

/**
 * A warning about an accepted command. `closes-milestone`: funding closes partly-paid milestones;
 * `over-budget`: the plan costs more than the budget; `overdrawn`: less than nothing is available
 * in the account.
 */
export type WarningCode = 'closes-milestone' | 'over-budget' | 'overdrawn'
/** A warning from the engine. */
export interface Warning {
  readonly code: WarningCode
  readonly params: Readonly<Record<string, Parameter>>
}
