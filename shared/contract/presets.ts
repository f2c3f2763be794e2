import { minor } from '../money/money.ts'
import type { OwnPreset } from './own-preset.ts'
import type { Policy, PolicyChange } from './policy.ts'
import { mergedPolicy, standardPolicy } from './standard-policy.ts'

/**
 * A policy field that a platform sets per person, with the platform's range (basis points, or major
 * units for the contract fee).
 */
export interface RequiredField {
  readonly field: 'freelancerFeeBp' | 'contractFee'
  readonly least: number
  readonly most: number
}

/** A platform's rules as a starting point. Amounts in major units suit every currency. */
export interface Preset {
  readonly name: string
  /** The year the rules were checked; shown with "check your own contract". */
  readonly asOf: string
  readonly policy: Omit<PolicyChange, 'minimum' | 'contractFee'>
  /** The minimum amount of a milestone in major units; one minor unit if omitted. */
  readonly minimumMajor?: number
  readonly contractFeeMajor?: number
  readonly asks: readonly RequiredField[]
}

/** The presets of rules.md, in its order. A contract can change every field. */
export const PRESETS: readonly Preset[] = [
  { name: 'Standard', asOf: '2026', policy: {}, minimumMajor: 5, asks: [] },
  {
    name: 'Upwork',
    asOf: '2026',
    policy: {
      refundOnlyAtEnd: true,
      clientFeeBp: 500,
      freelancerFeeBp: 1_000,
      feesRefundable: true,
      availableDays: 5,
      disputeDays: 7,
    },
    minimumMajor: 5,
    asks: [
      { field: 'freelancerFeeBp', least: 0, most: 1_500 },
      { field: 'contractFee', least: 0.99, most: 14.99 },
    ],
  },
  {
    name: 'Freelancer.com',
    asOf: '2026',
    policy: { funding: 'many', reviewDays: 0, refundDays: 0, clientFeeBp: 300, freelancerFeeBp: 1_000 },
    asks: [],
  },
  { name: 'Escrow.com milestones', asOf: '2026', policy: { funding: 'many', reviewDays: 0, refundDays: 0 }, asks: [] },
  {
    name: 'Fiverr milestones',
    asOf: '2026',
    policy: { reviewDays: 3, refundDays: 0, clientFeeBp: 550, freelancerFeeBp: 2_000 },
    minimumMajor: 5,
    asks: [],
  },
  { name: 'Contra', asOf: '2026', policy: { reviewDays: 5 }, minimumMajor: 5, contractFeeMajor: 29, asks: [] },
  { name: 'Direct', asOf: '2026', policy: { funding: 'many', reviewDays: 0, refundDays: 0 }, asks: [] },
]

/** The complete policy of a preset in a currency with `decimals` decimals, in minor units. */
export function presetPolicy(preset: Preset, decimals: number): Policy {
  const inMinor = (major: number): ReturnType<typeof minor> => minor(Math.round(major * 10 ** decimals))
  return mergedPolicy(standardPolicy(decimals), {
    ...preset.policy,
    // In a currency without decimals the minimum may round to zero.
    minimum: minor(Math.max(1, inMinor(preset.minimumMajor ?? 0))),
    contractFee: inMinor(preset.contractFeeMajor ?? 0),
  })
}

/** The rules in a form as the user's own preset; `decimals` are those of the form's currency. */
export function ownPreset(
  name: string,
  { minimum, contractFee, ...policy }: Policy,
  decimals: number,
  asOf: string,
): OwnPreset {
  return { name, asOf, policy, minimumMajor: minimum / 10 ** decimals, contractFeeMajor: contractFee / 10 ** decimals }
}

/** The user's own preset in the shape of a platform's, with no per-person fields. */
export function ownAsPreset(own: OwnPreset): Preset {
  return { ...own, asks: [] }
}
