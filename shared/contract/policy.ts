import { z } from 'zod'
import { basisPointsSchema, daysSchema } from '../fields.ts'
import type { FeeScheduleField } from './fee-schedule.ts'
import { FEE_SCHEDULE_FIELDS, policyAmount } from './fee-schedule-fields.ts'

/**
 * The rules of one contract (rules.md, Words: Policy). Money in minor units, shares in basis
 * points, whole days; 0 days means no such deadline.
 */
export const policySchema = z.strictObject({
  /** One milestone funded at a time, or many. */
  funding: z.enum(['one', 'many']),
  /** The minimum amount of a milestone, planned or funded. */
  minimum: policyAmount(1),
  /** Days from submission to automatic release. */
  reviewDays: daysSchema,
  /** Days from a refund request to its automatic approval. */
  refundDays: daysSchema,
  /** Days to answer a dispute. */
  disputeDays: daysSchema,
  /** Days until released money arrives. */
  availableDays: daysSchema,
  /** True if refunds are only possible by ending the contract. */
  refundOnlyAtEnd: z.boolean(),
  /** The client's fee on deposits. */
  clientFeeBp: basisPointsSchema,
  /** The freelancer's fee, taken out of releases and bonuses. */
  freelancerFeeBp: basisPointsSchema,
  ...FEE_SCHEDULE_FIELDS,
  /** A fee that the client pays once, with the first deposit. */
  contractFee: policyAmount(0),
  /** True if refunds and returned payments credit fees. */
  feesRefundable: z.boolean(),
})

/** The complete policy of a contract. */
export type Policy = z.output<typeof policySchema>

/** A policy as an event has it: the oldest events know no more of a fee than its percentage. */
export type RecordedPolicy = Omit<Policy, FeeScheduleField> & Partial<Pick<Policy, FeeScheduleField>>

/**
 * A change of policy, or the policy to open with: an omitted field keeps its value, or that of
 * Standard.
 */
export const policyChangeSchema = policySchema.partial()

/** See `policyChangeSchema`. */
export type PolicyChange = z.output<typeof policyChangeSchema>
