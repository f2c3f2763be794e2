import { z } from 'zod'
import { amountSchema } from '../fields.ts'
import type { FeeSchedules } from './fee-schedule.ts'

/**
 * An amount of a policy. Refuses less than `least` as `bad-input`; the limit of all amounts is
 * checked by the rules, in the order of refusals.
 */
export const policyAmount = (least: number) =>
  amountSchema.refine(amount => amount >= least, { error: `expected at least ${least}`, params: { least } })

const on = z.enum(['each', 'total'])

/**
 * The fields of a policy that make a fee more than a percentage, for each party (rules.md, Fee
 * schedule). Amounts in minor units. `Plus` is added to the percentage; `Least` and `Most` bound
 * the fee, null for no most; an amount below `Under` costs `UnderPlus` more; `On` charges each
 * amount by itself, or the total of all.
 */
export const FEE_SCHEDULE_FIELDS = {
  clientFeePlus: policyAmount(0),
  clientFeeLeast: policyAmount(0),
  clientFeeMost: policyAmount(0).nullable(),
  clientFeeUnder: policyAmount(0),
  clientFeeUnderPlus: policyAmount(0),
  clientFeeOn: on,
  freelancerFeePlus: policyAmount(0),
  freelancerFeeLeast: policyAmount(0),
  freelancerFeeMost: policyAmount(0).nullable(),
  freelancerFeeUnder: policyAmount(0),
  freelancerFeeUnderPlus: policyAmount(0),
  freelancerFeeOn: on,
} satisfies Record<keyof FeeSchedules, z.ZodType>
