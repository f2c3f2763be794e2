import { type Minor, minor } from '../../shared/money/money.ts'
import { LOCALE } from '../words/locale.ts'

const ROUND_STEPS = [1, 2, 2.5, 5, 10]

/**
 * Axis ticks: round amounts from zero to the first at or above `most`, in at most `count` steps of
 * at least one minor unit.
 */
export function ticksUpTo(most: number, count: number): readonly Minor[] {
  const least = Math.max(most, 1) / count
  const power = 10 ** Math.floor(Math.log10(least))
  const step = Math.max(1, Math.ceil((ROUND_STEPS.find(each => each * power >= least) ?? 10) * power))
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, place) => minor(place * step))
}

/** A tick's label, without decimals for whole amounts. */
export function tickText(amount: Minor, decimals: number): string {
  const major = amount / 10 ** decimals
  return new Intl.NumberFormat(LOCALE, { minimumFractionDigits: Number.isInteger(major) ? 0 : decimals }).format(major)
}
