import { z } from 'zod'
import { nameSchema } from '../fields.ts'
import { LARGEST_AMOUNT } from '../money/money.ts'
import { policySchema } from './policy.ts'

const major = z.number().min(0).max(LARGEST_AMOUNT)

/**
 * A preset made by the user, as the preferences keep it: amounts in major units, so that it suits
 * every currency.
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
