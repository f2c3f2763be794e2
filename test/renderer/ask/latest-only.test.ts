import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LatestOnly } from '../../../renderer/ask/latest-only.ts'

describe('the guard against late answers', () => {
  test('shows only the latest round, in whatever order answers arrive', () => {
    const orders = fc.integer({ min: 1, max: 12 }).chain(rounds =>
      fc.shuffledSubarray(
        Array.from({ length: rounds }, (_, round) => round),
        { minLength: rounds },
      ),
    )
    fc.assert(
      fc.property(orders, arrivals => {
        const guard = new LatestOnly()
        const checks = arrivals.map(() => guard.begin())
        const shown = arrivals.filter(round => checks[round]?.())
        expect(shown).toEqual([arrivals.length - 1])
      }),
    )
  })

  test('holds while rounds begin, are joined, dropped and answered in any order', () => {
    const steps = fc.array(fc.oneof(fc.constantFrom('begin', 'join', 'drop'), fc.nat({ max: 30 })))
    fc.assert(
      fc.property(steps, taken => {
        const guard = new LatestOnly()
        const asked: { readonly isLatest: () => boolean; readonly round: number }[] = []
        let round = 0
        for (const step of taken) {
          if (step === 'begin') asked.push({ isLatest: guard.begin(), round: ++round })
          else if (step === 'join') asked.push({ isLatest: guard.join(), round })
          else if (step === 'drop') {
            guard.drop()
            round += 1
          } else {
            const answered = asked[Number(step)]
            if (answered !== undefined) expect(answered.isLatest()).toBe(answered.round === round)
          }
        }
      }),
    )
  })
})
