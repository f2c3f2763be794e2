import { z } from 'zod'
import { nameSchema } from '../fields.ts'
import { LARGEST_AMOUNT } from '../money/money.ts'
import { policySchema } from './policy.ts'

const major = z.number().min(0).max(LARGEST_AMOUNT)

/**
 * A preset of the user's own, as stored in the preferences: amounts in major units, to suit every
 * currency.
 */
export const ownPresetSchema = z.strictObject({
  name: nameSchema,
  /** The year in which its rules were saved. */
  asOf: z.string().max(20),
  policy: policySchema.omit({ minimum: true, contractFee: true }),
  minimumMajor: major,
  contractFeeMajor: major,
})
/** See `ownPresetSchema`. */
export type OwnPreset = z.output<typeof ownPresetSchema>
