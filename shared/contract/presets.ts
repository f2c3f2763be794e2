import { type Minor, minor } from '../money/money.ts'
import { FEE_AMOUNT_FIELDS, type FeeAmountField, type FeePayer } from './fee-schedule.ts'
import type { OwnPreset } from './own-preset.ts'
import type { Policy, PolicyChange } from './policy.ts'
import { mergedPolicy, standardPolicy } from './standard-policy.ts'

type PolicyAmountField = 'minimum' | 'contractFee' | FeeAmountField

/**
 * A policy field that a platform sets per person, with the platform's range (basis points, days, or
 * major units for the contract fee).
 */
export interface RequiredField {
  readonly field: 'clientFeeBp' | 'freelancerFeeBp' | 'contractFee' | 'reviewDays' | 'availableDays'
  readonly least: number
  readonly most: number
  /** Only the least or the most, nothing between them. */
  readonly either?: true
}

/** The amounts of a preset in major units, which suit every currency; null for no most of a fee. */
type Majors = { readonly [F in PolicyAmountField as `${F}Major`]?: number | null | undefined }

/** One of the fees that a person may have agreed with a platform. */
export interface FeeChoice extends Majors {
  readonly policy: Omit<PolicyChange, PolicyAmountField>
}

/** A platform's rules as a starting point. Amounts in major units suit every currency. */
export interface Preset extends Majors {
  readonly name: string
  /** The year the rules were checked; shown with "check your own contract". */
  readonly asOf: string
  readonly policy: Omit<PolicyChange, PolicyAmountField>
  /** The minimum amount of a milestone in major units; one minor unit if omitted. */
  readonly minimumMajor?: number
  readonly asks: readonly RequiredField[]
  /** The fee of a party that differs from person to person as a whole, and what it may be. */
  readonly asksFee?: { readonly payer: FeePayer; readonly choices: readonly FeeChoice[] }
}

const UPWORK = {
  refundOnlyAtEnd: true,
  clientFeeBp: 500,
  freelancerFeeBp: 1_000,
  feesRefundable: true,
  availableDays: 5,
  disputeDays: 7,
} as const
const ASKED_BY_UPWORK: readonly RequiredField[] = [
  { field: 'clientFeeBp', least: 0, most: 1_000 },
  { field: 'contractFee', least: 0.99, most: 14.99 },
]

/** The presets of rules.md, in its order. A contract can change every field. */
export const PRESETS: readonly Preset[] = [
  { name: 'Standard', asOf: '2026', policy: {}, minimumMajor: 5, asks: [] },
  {
    name: 'Upwork',
    asOf: '2026',
    policy: UPWORK,
    minimumMajor: 5,
    asks: [{ field: 'freelancerFeeBp', least: 0, most: 1_500 }, ...ASKED_BY_UPWORK],
  },
  {
    name: 'Upwork direct contract',
    asOf: '2026',
    policy: { ...UPWORK, freelancerFeeBp: 500 },
    minimumMajor: 5,
    asks: [{ field: 'freelancerFeeBp', least: 0, most: 500, either: true }, ...ASKED_BY_UPWORK],
  },
  {
    name: 'Freelancer.com',
    asOf: '2026',
    policy: {
      funding: 'many',
      reviewDays: 0,
      refundDays: 0,
      disputeDays: 4,
      clientFeeBp: 300,
      clientFeeOn: 'total',
      freelancerFeeBp: 1_000,
      freelancerFeeOn: 'total',
    },
    clientFeeLeastMajor: 3,
    freelancerFeeLeastMajor: 5,
    asks: [],
  },
  {
    name: 'Escrow.com milestones',
    asOf: '2026',
    policy: { funding: 'many', reviewDays: 7, refundDays: 0 },
    asks: [
      { field: 'clientFeeBp', least: 0, most: 10_000 },
      { field: 'freelancerFeeBp', least: 0, most: 10_000 },
      { field: 'reviewDays', least: 1, most: 30 },
    ],
  },
  {
    name: 'Fiverr milestones',
    asOf: '2026',
    policy: { reviewDays: 3, refundDays: 0, clientFeeBp: 550, freelancerFeeBp: 2_000, availableDays: 14 },
    minimumMajor: 5,
    clientFeeUnderMajor: 100,
    clientFeeUnderPlusMajor: 3,
    asks: [{ field: 'availableDays', least: 7, most: 14, either: true }],
  },
  {
    name: 'Contra',
    asOf: '2026',
    policy: { reviewDays: 5, refundDays: 0 },
    contractFeeMajor: 29,
    asks: [{ field: 'contractFee', least: 0, most: 29, either: true }],
    asksFee: {
      payer: 'client',
      choices: [
        { policy: { clientFeeBp: 0 } },
        { policy: { clientFeeBp: 290 }, clientFeePlusMajor: 0.3 },
        { policy: { clientFeeBp: 50 }, clientFeeMostMajor: 5 },
        { policy: { clientFeeBp: 80 }, clientFeePlusMajor: 0.3, clientFeeMostMajor: 6 },
      ],
    },
  },
  { name: 'Direct', asOf: '2026', policy: { funding: 'many', reviewDays: 0, refundDays: 0 }, asks: [] },
]

/** The amounts of fee schedules in a currency with `decimals` decimals, in minor units. */
function feeAmounts(majors: Majors, decimals: number): Partial<Record<FeeAmountField, Minor | null>> {
  return Object.fromEntries(
    FEE_AMOUNT_FIELDS.flatMap(field => {
      const major = majors[`${field}Major`]
      return major === undefined ? [] : [[field, major === null ? null : inMinor(major, decimals)]]
    }),
  )
}

const inMinor = (major: number, decimals: number): Minor => minor(Math.round(major * 10 ** decimals))

/** The complete policy of a preset in a currency with `decimals` decimals, in minor units. */
export function presetPolicy(preset: Preset, decimals: number): Policy {
  return mergedPolicy(standardPolicy(decimals), {
    ...preset.policy,
    ...(feeAmounts(preset, decimals) as PolicyChange),
    // In a currency without decimals the minimum may round to zero.
    minimum: minor(Math.max(1, inMinor(preset.minimumMajor ?? 0, decimals))),
    contractFee: inMinor(preset.contractFeeMajor ?? 0, decimals),
  })
}

/** A policy with one of the fees that a preset asks to choose from, and nothing left of another. */
export function withFeeChoice(policy: Policy, payer: FeePayer, choice: FeeChoice, decimals: number): Policy {
  const plain = Object.entries(standardPolicy(decimals)).filter(([field]) => field.startsWith(`${payer}Fee`))
  return {
    ...policy,
    ...Object.fromEntries(plain),
    ...choice.policy,
    ...feeAmounts(choice, decimals),
  } as Policy
}

/** The rules in a form as the user's own preset; `decimals` are those of the form's currency. */
export function ownPreset(name: string, policy: Policy, decimals: number, asOf: string): OwnPreset {
  const amounts = ['minimum', 'contractFee', ...FEE_AMOUNT_FIELDS] as const
  const others = Object.entries(policy).filter(([field]) => !amounts.some(each => each === field))
  const majors = amounts.map(field => {
    const amount = policy[field]
    return [`${field}Major`, amount === null ? null : amount / 10 ** decimals]
  })
  return { name, asOf, policy: Object.fromEntries(others), ...Object.fromEntries(majors) } as OwnPreset
}

/** The user's own preset in the shape of a platform's, with no per-person fields. */
export function ownAsPreset(own: OwnPreset): Preset {
  return { ...own, asks: [] }
}
