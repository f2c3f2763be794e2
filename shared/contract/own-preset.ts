import { z } from 'zod'
import { nameSchema } from '../fields.ts'
import { LARGEST_AMOUNT } from '../money/money.ts'
import { FEE_AMOUNT_FIELDS, type FeeAmountField } from './fee-schedule.ts'
import { policySchema } from './policy.ts'

const major = z.number().min(0).max(LARGEST_AMOUNT)
const omitted = Object.fromEntries(FEE_AMOUNT_FIELDS.map(field => [field, true])) as Record<FeeAmountField, true>

/**
 * A preset of the user's own, as stored in the preferences: amounts in major units, to suit every
 * currency. An omitted amount or choice of a fee schedule is as in Standard.
 */
export const ownPresetSchema = z.strictObject({
  name: nameSchema,
  /** The year in which its rules were saved. */
  asOf: z.string().max(20),
  policy: policySchema
    .omit({ minimum: true, contractFee: true, ...omitted })
    .partial({ clientFeeOn: true, freelancerFeeOn: true }),
  minimumMajor: major,
  contractFeeMajor: major,
  clientFeePlusMajor: major.optional(),
  clientFeeLeastMajor: major.optional(),
  clientFeeMostMajor: major.nullable().optional(),
  clientFeeUnderMajor: major.optional(),
  clientFeeUnderPlusMajor: major.optional(),
  freelancerFeePlusMajor: major.optional(),
  freelancerFeeLeastMajor: major.optional(),
  freelancerFeeMostMajor: major.nullable().optional(),
  freelancerFeeUnderMajor: major.optional(),
  freelancerFeeUnderPlusMajor: major.optional(),
})
/** See `ownPresetSchema`. */
export type OwnPreset = z.output<typeof ownPresetSchema>
