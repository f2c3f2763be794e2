import { FEE_AMOUNT_FIELDS, type FeeAmountField, type FeePayer } from '../../shared/contract/fee-schedule.ts'
import type { Policy } from '../../shared/contract/policy.ts'
import { PRESETS, type Preset, presetPolicy } from '../../shared/contract/presets.ts'
import { parseAmount } from '../../shared/money/amount-text.ts'
import { formatAmount, type Minor } from '../../shared/money/money.ts'
import { amountFault, type Denomination } from './amount-fault.ts'
import { LOCALE } from './locale.ts'
import type { Problem } from './problem.ts'

/** A policy as text in a form. Shares are in percent; an empty maximum fee means no maximum. */
export type PolicyText = { -readonly [F in keyof Policy]: Policy[F] extends boolean | string ? Policy[F] : string }

type AmountField = 'minimum' | 'contractFee' | FeeAmountField
type ShareField = `${FeePayer}FeeBp`
type DaysField = Extract<keyof Policy, `${string}Days`>

/** The fields of a policy that are typed as text. */
export type TypedField = AmountField | ShareField | DaysField

const AMOUNTS: readonly AmountField[] = ['minimum', 'contractFee', ...FEE_AMOUNT_FIELDS]
const SHARES: readonly ShareField[] = ['clientFeeBp', 'freelancerFeeBp']
const DAYS: readonly DaysField[] = ['reviewDays', 'refundDays', 'disputeDays', 'availableDays']

const PERCENT_DECIMALS = 2

/** A share in percent (`5`, `5.5`); takes basis points. */
export function percentText(basisPoints: number): string {
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: PERCENT_DECIMALS }).format(basisPoints / 100)
}

/** The initial text of a policy in a form. */
export function policyText(policy: Policy, decimals: number): PolicyText {
  const money = (amount: Minor | null): string => (amount === null ? '' : formatAmount(amount, decimals, LOCALE))
  return {
    ...policy,
    ...fieldsOf(AMOUNTS, field => money(policy[field])),
    ...fieldsOf(SHARES, field => percentText(policy[field])),
    ...fieldsOf(DAYS, field => String(policy[field])),
  }
}

function fieldsOf<F extends TypedField>(fields: readonly F[], text: (field: F) => string): Record<F, string> {
  return Object.fromEntries(fields.map(field => [field, text(field)])) as Record<F, string>
}

/** Parses the policy typed in a form; returns the first invalid field if there is one. */
export function typedPolicy(
  text: PolicyText,
  money: Denomination,
): { readonly policy: Policy } | { readonly problem: Problem } {
  const numbers: Partial<Record<TypedField, Minor | null>> = {}
  const places: readonly (readonly [field: TypedField, kind: Denomination])[] = [
    ...AMOUNTS.map(field => [field, money] as const),
    ...DAYS.map(field => [field, { decimals: 0 }] as const),
    ...SHARES.map(field => [field, { decimals: PERCENT_DECIMALS }] as const),
  ]
  for (const [field, kind] of places) {
    if (isMost(field) && text[field].trim() === '') {
      numbers[field] = null
      continue
    }
    const typed = parseAmount(text[field], kind.decimals, LOCALE, kind.currency)
    if (!typed.ok)
      return {
        problem: { field: `policy.${field}`, text: amountFault(typed, kind), refusal: null, quiet: false },
      }
    numbers[field] = typed.amount
  }
  return { policy: { ...text, ...numbers } as Policy }
}

const isMost = (field: TypedField): field is `${FeePayer}FeeMost` => field.endsWith('FeeMost')

/**
 * The preset with these rules: exactly, or except for the fields that vary from person to person,
 * if those are within the preset's range.
 */
export function presetOf(policy: Policy, decimals: number, presets: readonly Preset[] = PRESETS): Preset | undefined {
  return (
    presets.find(preset => isPolicyOf(preset, policy, decimals, () => false)) ??
    presets.find(preset =>
      isPolicyOf(preset, policy, decimals, (field, value) => isAnswer(preset, field, value, decimals)),
    )
  )
}

function isPolicyOf(
  preset: Preset,
  policy: Policy,
  decimals: number,
  mayDiffer: (field: string, value: Policy[keyof Policy]) => boolean,
): boolean {
  return Object.entries(presetPolicy(preset, decimals)).every(([field, usual]) => {
    const value = policy[field as keyof Policy]
    return value === usual || mayDiffer(field, value)
  })
}

/** True if a field that a preset asks for may have this value; amounts are in minor units. */
function isAnswer({ asks, asksFee }: Preset, field: string, value: Policy[keyof Policy], decimals: number): boolean {
  if (asksFee !== undefined && field.startsWith(`${asksFee.payer}Fee`)) return true
  const ask = asks.find(each => each.field === field)
  if (ask === undefined || typeof value !== 'number') return false
  const unit = field === 'contractFee' ? 10 ** decimals : 1
  return value >= Math.round(ask.least * unit) && value <= Math.round(ask.most * unit)
}
