import { expect, test } from 'vitest'
import { sumBars } from '../../main/escrow/bar.ts'
import type { BarSegment, BarView } from '../../shared/contract/contract.ts'
import { minor } from '../../shared/money/money.ts'

const bar = (
  ...segments: readonly (readonly [kind: BarSegment['kind'], amount: number, milestoneId?: string])[]
): BarView => ({
  total: minor(segments.reduce((total, [, amount]) => total + amount, 0)),
  segments: segments.map(([kind, amount, milestoneId]) => ({
    kind,
    amount: minor(amount),
    ...(milestoneId !== undefined && { milestoneId }),
  })),
})

test('the sum of bars is in the fixed order, with one segment per kind and none of zero', () => {
  const later = bar(['to-fund', 6, 'M9'], ['refunded', 5])
  const earlier = bar(['unallocated', 4], ['reserved', 3], ['held', 2, 'M1'], ['held', 20, 'M2'], ['paid', 1])
  expect(sumBars([later, earlier, later])).toEqual(
    bar(['paid', 1], ['held', 22], ['reserved', 3], ['unallocated', 4], ['refunded', 10], ['to-fund', 12]),
  )
})
