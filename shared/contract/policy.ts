import { z } from 'zod'
import { amountSchema, basisPointsSchema, daysSchema } from '../fields.ts'

/**
 * An amount of a policy: out of range is `bad-input`. Whether it is above the limit of all amounts
 * is the rules' to say, in its turn.
 */
const policyAmount = (least: number) =>
  amountSchema.refine(amount => amount >= least, { error: `expected at least ${least}`, params: { least } })

/**
 * The rules that one contract follows (rules.md, Words: Policy). Money in minor units, shares in
 * basis points, days as whole days, 0 for no such deadline.
 */
export const policySchema = z.strictObject({
  /** How many milestones may be funded at a time. */
  funding: z.enum(['one', 'many']),
  /** The least a milestone may be planned or funded with. */
  minimum: policyAmount(1),
  /** Days from submission to automatic release. */
  reviewDays: daysSchema,
  /** Days from a refund request to its automatic approval. */
  refundDays: daysSchema,
  /** Days to answer a dispute. */
  disputeDays: daysSchema,
  /** Days released money is on its way. */
  availableDays: daysSchema,
  /** Refunds only by ending the contract. */
  refundOnlyAtEnd: z.boolean(),
  /** What the client pays on each deposit. */
  clientFeeBp: basisPointsSchema,
  /** What is taken out of each release and bonus. */
  freelancerFeeBp: basisPointsSchema,
  /** What the client pays once, with the first deposit. */
  contractFee: policyAmount(0),
  /** Whether refunds and returned payments credit fees. */
  feesRefundable: z.boolean(),
})

/** A contract's whole policy. */
export type Policy = z.output<typeof policySchema>

/** A change of policy, or a policy to open with: what is left out stays, or is as in Standard. */
export const policyChangeSchema = policySchema.partial()

/** See `policyChangeSchema`. */
export type PolicyChange = z.output<typeof policyChangeSchema>
