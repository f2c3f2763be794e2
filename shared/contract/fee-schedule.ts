import { z } from 'zod'
import { amountSchema } from '../fields.ts'
import { type Minor, ZERO } from '../money/money.ts'

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
} as const

/** A field of a fee schedule. */
export type FeeScheduleField = keyof typeof FEE_SCHEDULE_FIELDS
/** The fields of fee schedules that are amounts. */
export type FeeAmountField = Exclude<FeeScheduleField, `${string}On`>
/** See `FeeAmountField`. */
export const FEE_AMOUNT_FIELDS = Object.keys(FEE_SCHEDULE_FIELDS).filter(
  (field): field is FeeAmountField => !field.endsWith('On'),
)
/** The fields of both fee schedules. */
export type FeeSchedules = { readonly [F in FeeScheduleField]: z.output<(typeof FEE_SCHEDULE_FIELDS)[F]> }

/** Schedules of nothing but a percentage: the policies of books from before there were others. */
export const PERCENTAGE_ALONE: FeeSchedules = {
  clientFeePlus: ZERO,
  clientFeeLeast: ZERO,
  clientFeeMost: null,
  clientFeeUnder: ZERO,
  clientFeeUnderPlus: ZERO,
  clientFeeOn: 'each',
  freelancerFeePlus: ZERO,
  freelancerFeeLeast: ZERO,
  freelancerFeeMost: null,
  freelancerFeeUnder: ZERO,
  freelancerFeeUnderPlus: ZERO,
  freelancerFeeOn: 'each',
}

/** The parties that a policy may charge a fee with every payment. */
export const FEE_PAYERS = ['client', 'freelancer'] as const
/** See `FEE_PAYERS`. */
export type FeePayer = (typeof FEE_PAYERS)[number]

/** The fee schedule of one party; amounts in minor units, the percentage in basis points. */
export interface FeeSchedule {
  readonly bp: number
  readonly plus: Minor
  readonly least: Minor
  readonly most: Minor | null
  readonly under: Minor
  readonly underPlus: Minor
  readonly on: 'each' | 'total'
}

/** The fee schedule of one party in a policy. */
export function feeScheduleOf(
  policy: FeeSchedules & { readonly [P in FeePayer as `${P}FeeBp`]: number },
  payer: FeePayer,
): FeeSchedule {
  return {
    bp: policy[`${payer}FeeBp`],
    plus: policy[`${payer}FeePlus`],
    least: policy[`${payer}FeeLeast`],
    most: policy[`${payer}FeeMost`],
    under: policy[`${payer}FeeUnder`],
    underPlus: policy[`${payer}FeeUnderPlus`],
    on: policy[`${payer}FeeOn`],
  }
}
