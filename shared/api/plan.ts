import { z } from 'zod'
import type { RecordedCommandInput } from '../contract/commands.ts'
import type { BarView } from '../contract/contract.ts'
import { policyChangeSchema } from '../contract/policy.ts'
import { amountSchema, nameSchema } from '../fields.ts'
import type { Minor } from '../money/money.ts'

/** The query for the ways to fund a plan. */
export const planQueries = [
  z.strictObject({
    type: z.literal('plan'),
    amount: amountSchema,
    currency: z.string().max(200),
    milestones: z
      .array(z.strictObject({ title: nameSchema.optional(), amount: amountSchema }))
      .min(1)
      .max(100),
    policy: policyChangeSchema.optional(),
  }),
] as const

/** The answer to the query for a plan. */
export interface PlanQueryValues {
  plan: { readonly ways: readonly PlanWay[] }
}

/**
 * One step of a way to fund a plan, run through the real engine. `command` is the command to
 * execute, with the id of the contract that the first step opens. Balances in minor units after the
 * step; `cash` is the client's total payments so far, fees included, less refunds.
 */
export interface PlanStep {
  readonly command: RecordedCommandInput
  readonly label: string
  readonly deposit: Minor
  readonly carried: Minor
  readonly released: Minor
  readonly fees: Minor
  readonly escrow: Minor
  readonly cash: Minor
  /** Money in escrow beyond the work in hand. */
  readonly atRisk: Minor
  readonly bar: BarView
}

/**
 * A way to fund a plan. `reason` says why it is not possible; `deposits` is the number of deposits,
 * `peak` the highest balance in escrow.
 */
export interface PlanWay {
  readonly id: 'each' | 'all-at-once' | 'two-deposits' | 'three-deposits'
  readonly possible: boolean
  readonly reason?: string
  readonly deposits: number
  readonly peak: Minor
  readonly steps: readonly PlanStep[]
}
