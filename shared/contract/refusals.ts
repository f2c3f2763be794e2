import type { IsoDate } from '../dates/calendar.ts'
import type { Minor } from '../money/money.ts'

/** The codes the rulebook refuses with (rules.md, Refusals). Stable: scripts rely on them. */
export const RULE_CODES = [
  'bad-input',
  'bad-amount',
  'not-positive',
  'amount-too-large',
  'bad-date',
  'date-in-future',
  'date-before-last-entry',
  'unknown-contract',
  'unknown-milestone',
  'unknown-entry',
  'unknown-currency',
  'same-party',
  'bad-position',
  'below-minimum',
  'contract-ended',
  'contract-ending',
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

/** The codes of the store and the shell: nothing was recorded. */
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

/** A code the rulebook refuses with. */
export type RuleCode = (typeof RULE_CODES)[number]
/** Any code an answer may carry. */
export type RefusalCode = RuleCode | (typeof STORE_CODES)[number]

/**
 * What a refusal's or warning's sentence is filled with: a text, a count, money, which the edge
 * formats with the contract's decimals, or a day.
 */
export type Parameter = string | number | { readonly money: Minor } | { readonly day: IsoDate }

/**
 * Why a command was refused, as the engine says it: a code and what its sentence needs. `variant`
 * picks another wording of the same code (say, where some of the money is reserved); `field` is the
 * input the refusal speaks of.
 */
export interface Refusal {
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, Parameter>>
  readonly variant?: string
  readonly field?: string
  /**
   * The row of a statement it is about: the line it begins on, and the decimals of its contract.
   */
  readonly row?: { readonly line: number; readonly decimals: number }
}

/**
 * Something accepted that a person should know of. `closes-milestone`: funding ends partly-paid
 * ones; `over-budget`: the plan costs more than the budget.
 */
export type WarningCode = 'closes-milestone' | 'over-budget'
/** A warning as the engine says it. */
export interface Warning {
  readonly code: WarningCode
  readonly params: Readonly<Record<string, Parameter>>
}
