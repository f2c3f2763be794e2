import type { FeeSchedule } from '../../../shared/contract/fee-schedule.ts'
import {
  atLeastZero,
  larger,
  less,
  type Minor,
  minor,
  shareOf,
  smaller,
  sum,
  ZERO,
} from '../../../shared/money/money.ts'

/** The fee of an amount by itself, in minor units: F of rules.md, Fee schedule. */
function feeOfAll({ bp, plus, least, most, under, underPlus }: FeeSchedule, amount: Minor): Minor {
  if (amount === 0) return ZERO
  const fee = larger(sum(shareOf(amount, bp), plus, amount < under ? underPlus : ZERO), least)
  return most === null ? fee : smaller(fee, most)
}

/**
 * The fee of a further amount after `before` in all, in minor units (rules.md, Fee schedule).
 * Charged on the total, it is what the total's fee grows by.
 */
export function scheduledFee(schedule: FeeSchedule, amount: Minor, before: Minor): Minor {
  if (schedule.on === 'each') return feeOfAll(schedule, amount)
  return atLeastZero(less(feeOfAll(schedule, sum(before, amount)), feeOfAll(schedule, before)))
}

/**
 * The highest fee of any further amount up to `amount` after `before` in all. Without it, no one
 * limit of an amount could say which are accepted: the surcharge on small amounts makes a smaller
 * one cost more.
 */
export function highestFeeUpTo(schedule: FeeSchedule, amount: Minor, before: Minor): Minor {
  const fee = scheduledFee(schedule, amount, before)
  const lastSmall = minor(schedule.under - 1 - (schedule.on === 'each' ? 0 : before))
  return lastSmall > 0 && lastSmall < amount ? larger(fee, scheduledFee(schedule, lastSmall, before)) : fee
}
