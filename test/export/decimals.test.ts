import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writtenDecimals } from '../../main/export/decimals.ts'
import { LARGEST_AMOUNT, minor, toDecimals } from '../../shared/money/money.ts'

test('amounts in exports have the same form as everywhere else', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT }),
      fc.constantFrom(0, 2, 3, 4),
      (units, decimals) => {
        expect(writtenDecimals(minor(units), decimals)).toBe(toDecimals(minor(units), decimals))
      },
    ),
  )
  for (const units of [0, 1, -1, 99, -100]) expect(writtenDecimals(minor(units), 2)).toBe(toDecimals(minor(units), 2))
})
