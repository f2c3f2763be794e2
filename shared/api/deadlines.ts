import { z } from 'zod'
import type { DeadlineView } from '../contract/contract.ts'
import { page } from './query-fields.ts'

/** The query for the deadlines of all contracts; `within`: up to that many days from today. */
export const deadlineQueries = [
  z.strictObject({ type: z.literal('deadlines'), within: z.int().min(0).max(3_650).optional(), ...page }),
] as const

/** The answer to the query for deadlines. */
export interface DeadlineQueryValues {
  deadlines: readonly DeadlineView[]
}
