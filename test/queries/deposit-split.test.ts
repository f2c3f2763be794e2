import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inDeposits } from '../../main/queries/deposit-split.ts'
import { minor } from '../../shared/money/money.ts'

const deposits = (funding: readonly number[], amounts: readonly number[]): number[] => {
  const paid: number[] = []
  let left = 0
  for (const [place, amount] of amounts.entries()) {
    const given = funding[place] ?? 0
    if (given > left) {
      paid.push(given - left)
      left = given
    }
    left -= amount
  }
  return paid
}

/** The largest deposit of every way to cut amounts into so many parts, tried one by one. */
function largestOfAll(amounts: readonly number[], parts: number): number[] {
  const whole = amounts.reduce((total, amount) => total + amount, 0)
  if (parts === 1) return [whole]
  return amounts.slice(1).flatMap((_, at) => {
    const first = amounts.slice(0, at + 1).reduce((total, amount) => total + amount, 0)
    const rest = amounts.slice(at + 1)
    return rest.length < parts - 1 ? [] : largestOfAll(rest, parts - 1).map(largest => Math.max(first, largest))
  })
}

test('a plan is split into the given number of deposits so that the largest is as small as possible', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 9 })
  fc.assert(
    fc.property(amounts, fc.constantFrom(1, 2, 3), (plan, parts) => {
      const paid = deposits(inDeposits(plan.map(minor), parts), plan)
      expect(paid).toHaveLength(parts)
      expect(paid.reduce((total, amount) => total + amount, 0)).toBe(plan.reduce((total, amount) => total + amount, 0))
      expect(Math.max(...paid)).toBe(Math.min(...largestOfAll(plan, parts)))
    }),
    { numRuns: 1_000 },
  )
})
