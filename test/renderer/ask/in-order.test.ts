import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InOrder } from '../../../renderer/ask/in-order.ts'

test('answers are shown in the order of the queries, skipping those overtaken by a later one, and the last is always shown', () => {
  const orders = fc.integer({ min: 1, max: 12 }).chain(readings =>
    fc.shuffledSubarray(
      Array.from({ length: readings }, (_, reading) => reading),
      { minLength: readings },
    ),
  )
  fc.assert(
    fc.property(orders, arrivals => {
      const order = new InOrder()
      const checks = arrivals.map(() => order.begin())
      const shown = arrivals.filter(reading => checks[reading]?.())
      expect(shown).toEqual(shown.toSorted((a, b) => a - b))
      expect(shown[0]).toBe(arrivals[0])
      expect(shown.at(-1)).toBe(arrivals.length - 1)
      const skipped = arrivals.filter(reading => !shown.includes(reading))
      for (const reading of skipped) {
        const before = arrivals.slice(0, arrivals.indexOf(reading))
        expect(before.some(earlier => earlier > reading)).toBe(true)
      }
    }),
  )
})
