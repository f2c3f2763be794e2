import { z } from 'zod'
import type { DeadlineView } from '../contract/contract.ts'
import type { ContractNames } from './contract-names.ts'
import { page } from './query-fields.ts'

/**
 * The query for the deadlines of all contracts; `within` limits it to that many days from today.
 */
export const deadlineQueries = [
  z.strictObject({ type: z.literal('deadlines'), within: z.int().min(0).max(3_650).optional(), ...page }),
] as const

/** The answer to the query for deadlines. */
export interface DeadlineQueryValues {
  deadlines: readonly NamedDeadline[]
}

/**
 * A deadline with its label and the names of its contract. `milestone` is the title of the
 * milestone it is about.
 */
export interface NamedDeadline extends DeadlineView {
  readonly label: string
  readonly contract: ContractNames
  readonly milestone?: string
}
