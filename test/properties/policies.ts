import { PRESETS, presetPolicy } from '../../shared/contract/presets.ts'
import { standardPolicy } from '../../shared/contract/standard-policy.ts'
import type { Chance } from './chance.ts'
import type { Said } from './scene.ts'

const DAYS = [0, 1, 7, 14, 3_650]
const SHARES = [0, 1, 333, 500, 550, 1_000, 2_000, 5_000, 9_999, 10_000]
const SMALL = [0, 1, 30, 300, 500]
const MOSTS = [0, 299, 500, 600, 10_000, 1_000_000]
const UNDERS = [0, 1, 2, 10_000, 50_001, 1_000_000_000_000]

/** Some fields of a policy, each within its range, for a currency with `decimals` decimals. */
export function someTerms(decimals: number, chance: Chance): Said {
  const major = 10 ** decimals
  const terms: Record<string, () => unknown> = {
    funding: () => chance.pick(['one', 'many']),
    minimum: () => chance.pick([1, 5, 5 * major, 100 * major]),
    reviewDays: () => chance.pick(DAYS),
    refundDays: () => chance.pick(DAYS),
    disputeDays: () => chance.pick(DAYS),
    availableDays: () => chance.pick(DAYS),
    refundOnlyAtEnd: () => chance.oneIn(3),
    clientFeeBp: () => chance.pick(SHARES),
    freelancerFeeBp: () => chance.pick(SHARES),
    clientFeePlus: () => chance.pick(SMALL),
    clientFeeLeast: () => chance.pick(SMALL),
    clientFeeMost: () => chance.pick([null, ...MOSTS]),
    clientFeeUnder: () => chance.pick(UNDERS),
    clientFeeUnderPlus: () => chance.pick(SMALL),
    clientFeeOn: () => chance.pick(['each', 'total']),
    freelancerFeePlus: () => chance.pick(SMALL),
    freelancerFeeLeast: () => chance.pick(SMALL),
    freelancerFeeMost: () => chance.pick([null, ...MOSTS]),
    freelancerFeeUnder: () => chance.pick(UNDERS),
    freelancerFeeUnderPlus: () => chance.pick(SMALL),
    freelancerFeeOn: () => chance.pick(['each', 'total']),
    contractFee: () => chance.pick([0, 1, 495, 1_499]),
    feesRefundable: () => chance.oneIn(2),
  }
  const chosen = Object.entries(terms).filter(() => chance.oneIn(3))
  return Object.fromEntries(chosen.map(([field, value]) => [field, value()]))
}

/** A policy to open a contract with: none, a preset's, or its own terms. */
export function openingPolicy(decimals: number, chance: Chance): Said | undefined {
  return chance.weighted<() => Said | undefined>([
    [2, () => undefined],
    [4, () => ({ ...presetPolicy(chance.pick(PRESETS), decimals) })],
    [3, () => someTerms(decimals, chance)],
    [2, () => ({ ...standardPolicy(decimals), ...someTerms(decimals, chance) })],
    [2, () => ({ ...someTerms(decimals, chance), funding: 'many' })],
  ])()
}
