import type { Policy } from '../../shared/contract/policy.ts'
import { PRESETS, type Preset, presetPolicy } from '../../shared/contract/presets.ts'
import { parseAmount } from '../../shared/money/amount-text.ts'
import { formatAmount, type Minor } from '../../shared/money/money.ts'
import { selector } from '../../shared/words/selector.ts'
import { LOCALE } from './locale.ts'
import type { Problem } from './problem.ts'

/** A policy as a form holds it: what a person reads and types. Shares in per cent. */
export interface PolicyText {
  funding: Policy['funding']
  minimum: string
  reviewDays: string
  refundDays: string
  disputeDays: string
  availableDays: string
  refundOnlyAtEnd: boolean
  clientFeeBp: string
  freelancerFeeBp: string
  contractFee: string
  feesRefundable: boolean
}

const PERCENT_DECIMALS = 2

/** A share in basis points, in per cent (`5`, `5.5`). */
export function percentText(basisPoints: number): string {
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: PERCENT_DECIMALS }).format(basisPoints / 100)
}

/** A policy as a form starts with it. */
export function policyText(policy: Policy, decimals: number): PolicyText {
  const money = (amount: Minor): string => formatAmount(amount, decimals, LOCALE)
  return {
    funding: policy.funding,
    minimum: money(policy.minimum),
    reviewDays: String(policy.reviewDays),
    refundDays: String(policy.refundDays),
    disputeDays: String(policy.disputeDays),
    availableDays: String(policy.availableDays),
    refundOnlyAtEnd: policy.refundOnlyAtEnd,
    clientFeeBp: percentText(policy.clientFeeBp),
    freelancerFeeBp: percentText(policy.freelancerFeeBp),
    contractFee: money(policy.contractFee),
    feesRefundable: policy.feesRefundable,
  }
}

/** The policy typed in a form, or the first field that is not valid. */
export function typedPolicy(
  text: PolicyText,
  decimals: number,
): { readonly policy: Policy } | { readonly problem: Problem } {
  const numbers: Partial<Record<keyof PolicyText, Minor>> = {}
  const places: Readonly<Partial<Record<keyof PolicyText, number>>> = {
    minimum: decimals,
    reviewDays: 0,
    refundDays: 0,
    disputeDays: 0,
    availableDays: 0,
    clientFeeBp: PERCENT_DECIMALS,
    freelancerFeeBp: PERCENT_DECIMALS,
    contractFee: decimals,
  }
  for (const [field, digits] of Object.entries(places)) {
    const typed = parseAmount(String(text[field as keyof PolicyText]), digits, LOCALE)
    if (!typed.ok)
      return {
        problem: {
          field: `policy.${field}`,
          text: { key: 'amount.problem', params: { reason: selector(typed.reason), decimals: digits } },
          refusal: null,
          quiet: false,
        },
      }
    numbers[field as keyof PolicyText] = typed.amount
  }
  const { funding, refundOnlyAtEnd, feesRefundable } = text
  return { policy: { ...(numbers as unknown as Policy), funding, refundOnlyAtEnd, feesRefundable } }
}

/**
 * The preset whose rules these are, as they stand or but for the fields that differ from person to
 * person.
 */
export function presetOf(policy: Policy, decimals: number, presets: readonly Preset[] = PRESETS): Preset | undefined {
  return presets.find(preset => {
    const asked = preset.asks.map(ask => ask.field as string)
    return Object.entries(presetPolicy(preset, decimals)).every(
      ([field, value]) => asked.includes(field) || policy[field as keyof Policy] === value,
    )
  })
}
