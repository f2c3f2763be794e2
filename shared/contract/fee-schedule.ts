import { type Minor, ZERO } from '../money/money.ts'

/**
 * The fields of a policy that make a fee more than a percentage, for each party (rules.md, Fee
 * schedule); `FEE_SCHEDULE_FIELDS` says what each means.
 */
export interface FeeSchedules {
  readonly clientFeePlus: Minor
  readonly clientFeeLeast: Minor
  readonly clientFeeMost: Minor | null
  readonly clientFeeUnder: Minor
  readonly clientFeeUnderPlus: Minor
  readonly clientFeeOn: 'each' | 'total'
  readonly freelancerFeePlus: Minor
  readonly freelancerFeeLeast: Minor
  readonly freelancerFeeMost: Minor | null
  readonly freelancerFeeUnder: Minor
  readonly freelancerFeeUnderPlus: Minor
  readonly freelancerFeeOn: 'each' | 'total'
}

/** A field of a fee schedule. */
export type FeeScheduleField = keyof FeeSchedules
/** The fields of fee schedules that are amounts. */
export type FeeAmountField = Exclude<FeeScheduleField, `${string}On`>

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

/** See `FeeAmountField`. */
export const FEE_AMOUNT_FIELDS = Object.keys(PERCENTAGE_ALONE).filter(
  (field): field is FeeAmountField => !field.endsWith('On'),
)

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
