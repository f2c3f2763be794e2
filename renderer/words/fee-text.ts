import type { FeePayer, FeeSchedule } from '../../shared/contract/fee-schedule.ts'
import { percentText } from './policy-text.ts'
import { words } from './say.tsx'

/** True if a fee schedule never charges anything. */
export function isNoFee({ bp, plus, least, most, under, underPlus }: FeeSchedule): boolean {
  return most === 0 || (bp === 0 && plus === 0 && least === 0 && (underPlus === 0 || under <= 1))
}

/** True if a fee schedule is only a percentage of each amount. */
export function isPercentageAlone({ plus, least, most, under, underPlus, on }: FeeSchedule): boolean {
  return plus === 0 && least === 0 && most === null && (underPlus === 0 || under <= 1) && on === 'each'
}

/** The part of a fee schedule charged on every amount (`2.9 % + 0.30`). */
export function feeBase({ bp, plus }: FeeSchedule, decimals: number): string {
  const kind = plus === 0 ? 'share' : bp === 0 ? 'plus' : 'both'
  return words('fee.base', { kind, share: percentText(bp), plus: { money: plus } }, decimals)
}

/**
 * The limits and conditions of a fee schedule (`at least 3.00, charged once over all deposits`).
 */
export function feeMore(schedule: FeeSchedule, payer: FeePayer, decimals: number): string {
  return words('fee.more', { ...limitsOf(schedule), on: schedule.on, payer }, decimals)
}

/** A fee schedule in short, for a table (`3 %, at least 3.00`). */
export function feeInShort(schedule: FeeSchedule, decimals: number): string {
  return words('fee.short', { ...limitsOf(schedule), base: feeBase(schedule, decimals) }, decimals)
}

function limitsOf({ least, most, under, underPlus }: FeeSchedule) {
  return {
    surcharged: underPlus > 0 && under > 1 ? 'yes' : 'no',
    more: { money: underPlus },
    under: { money: under },
    bounded: least > 0 ? (most === null ? 'least' : 'both') : most === null ? 'no' : 'most',
    least: { money: least },
    most: { money: most ?? least },
  }
}

/** A fee schedule in full (`3 %, at least 3.00, charged once over all deposits`). */
export function feeText(schedule: FeeSchedule, payer: FeePayer, decimals: number): string {
  if (isNoFee(schedule)) return words('fee.none')
  return words('fee.whole', {
    base: feeBase(schedule, decimals),
    more: feeMore(schedule, payer, decimals),
  })
}
