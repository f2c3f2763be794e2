import { type Minor, sum } from '../../shared/money/money.ts'

/**
 * Splits the funding of milestones into a number of deposits, such that the largest deposit is as
 * small as possible. Returns the amount to fund each milestone with, in minor units: the first
 * milestone of each part gets all of it. Earlier parts take as much as they can, so that later
 * deposits are not made before they are needed.
 */
export function inDeposits(amounts: readonly Minor[], deposits: number): readonly Minor[] {
  const limit = leastLargest(amounts, deposits)
  const funding = [...amounts]
  let left = deposits
  let first = -1
  for (const [place, amount] of amounts.entries()) {
    const taken = first < 0 ? undefined : funding[first]
    // Each remaining part needs a milestone of its own.
    if (taken === undefined || taken + amount > limit || amounts.length - place < left + 1) {
      first = place
      left--
    } else funding[first] = sum(taken, amount)
  }
  return funding
}

/**
 * The smallest number of consecutive parts, none above `limit`, into which the amounts can be
 * split.
 */
function fewestParts(amounts: readonly Minor[], limit: number): number {
  let parts = 1
  let part = 0
  for (const amount of amounts) {
    if (part + amount > limit) {
      parts++
      part = 0
    }
    part += amount
  }
  return parts
}

/** The smallest possible maximum of a given number of deposits. */
function leastLargest(amounts: readonly Minor[], deposits: number): number {
  let [low, high]: [number, number] = [Math.max(...amounts), sum(...amounts)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fewestParts(amounts, middle) <= deposits) high = middle
    else low = middle + 1
  }
  return low
}
