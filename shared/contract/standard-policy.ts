import { type Minor, minor } from '../money/money.ts'
import { PERCENTAGE_ALONE } from './fee-schedule.ts'
import type { Policy, PolicyChange, RecordedPolicy } from './policy.ts'

/**
 * The preset Standard in a currency with `decimals` decimals: one milestone at a time, no fees,
 * refunds at any time (rules.md, Presets).
 */
export function standardPolicy(decimals: number): Policy {
  return {
    funding: 'one',
    minimum: minor(5 * 10 ** decimals),
    reviewDays: 14,
    refundDays: 7,
    disputeDays: 0,
    availableDays: 0,
    refundOnlyAtEnd: false,
    clientFeeBp: 0,
    freelancerFeeBp: 0,
    ...PERCENTAGE_ALONE,
    contractFee: 0 as Minor,
    feesRefundable: false,
  }
}

/** A policy out of an event, with the fee schedules that the oldest events lack. */
export function completePolicy(policy: RecordedPolicy): Policy {
  return { ...PERCENTAGE_ALONE, ...policy }
}

/** `policy` with the fields in `change` replaced. */
export function mergedPolicy(policy: Policy, change: PolicyChange | undefined): Policy {
  const given = Object.fromEntries(Object.entries(change ?? {}).filter(([, value]) => value !== undefined))
  return { ...policy, ...given }
}
