import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atLeastZero,
  formatAmount,
  LARGEST_AMOUNT,
  less,
  minor,
  shareOf,
  smaller,
  sum,
  TotalTooLargeError,
  toDecimals,
  ZERO,
} from '../../../shared/money/money.ts'

const amounts = fc.integer({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT }).map(minor)

describe('money is whole minor units', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('%s is not money', units => {
    expect(() => minor(units)).toThrow(new RangeError(`not a whole number of minor units: ${units}`))
  })

  test('there is one zero, without a sign', () => {
    expect(Object.is(minor(-0), 0)).toBe(true)
    expect(Object.is(sum(minor(-5), minor(5)), 0)).toBe(true)
    expect(sum()).toBe(ZERO)
  })

  test('a total too large to be exact is refused', () => {
    const most = minor(Number.MAX_SAFE_INTEGER)
    expect(() => sum(most, minor(1))).toThrow(TotalTooLargeError)
    expect(() => less(minor(-Number.MAX_SAFE_INTEGER), minor(1))).toThrow(TotalTooLargeError)
    expect(() => minor(2 ** 53)).toThrow(TotalTooLargeError)
  })

  test('sums, differences and bounds are those of whole numbers', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (a, b, c) => {
        expect(sum(a, b, c)).toBe(minor(a + b + c))
        expect(less(a, b, c)).toBe(minor(a - b - c))
        expect(smaller(a, b)).toBe(Math.min(a, b))
        expect(atLeastZero(a)).toBe(Math.max(0, a))
      }),
    )
  })
})

describe('a share is rounded half away from zero to one minor unit', () => {
  test.each([
    [3_333, 500, 167],
    [3_333, 1_000, 333],
    [488, 500, 24],
    [50, 2_900, 15],
    [49, 100, 0],
    [50, 100, 1],
    [-50, 100, -1],
    [-49, 100, 0],
    [-150, 100, -2],
    [0, 10_000, 0],
    [LARGEST_AMOUNT, 10_000, LARGEST_AMOUNT],
    [LARGEST_AMOUNT - 1, 9_999, 999_899_999_999],
  ])('%i at %i basis points is %i', (amount, basisPoints, share) => {
    expect(shareOf(minor(amount), basisPoints)).toBe(share)
  })

  test('as the exact share, up to the half unit of rounding', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 10_000 }), (amount, basisPoints) => {
        const off = BigInt(shareOf(amount, basisPoints)) * 10_000n - BigInt(amount) * BigInt(basisPoints)
        expect(off <= 5_000n && off >= -5_000n).toBe(true)
        expect(shareOf(minor(-amount), basisPoints)).toBe(minor(-shareOf(amount, basisPoints)))
      }),
    )
  })
})

describe('an amount is formatted with the decimals of its currency', () => {
  test.each([
    [123_450, 2, '1234.50'],
    [-2_000, 2, '-20.00'],
    [5, 2, '0.05'],
    [1_000, 0, '1000'],
    [1_234, 3, '1.234'],
    [LARGEST_AMOUNT, 4, '100000000.0000'],
    [LARGEST_AMOUNT - 1, 2, '9999999999.99'],
  ])('for files: %i with %i decimals is %s', (amount, decimals, text) => {
    expect(toDecimals(minor(amount), decimals)).toBe(text)
  })

  test.each([
    [123_450, 2, 'en-US', '1,234.50'],
    [123_450, 2, 'de-DE', '1.234,50'],
    [-2_000, 2, 'en-US', '−20.00'],
    [1_000, 0, 'en-US', '1,000'],
    [1_234, 3, 'en-US', '1.234'],
    [0, 2, 'en-US', '0.00'],
    [LARGEST_AMOUNT - 1, 2, 'en-US', '9,999,999,999.99'],
  ])('for people: %i with %i decimals in %s is %s', (amount, decimals, locale, text) => {
    expect(formatAmount(minor(amount), decimals, locale)).toBe(text)
    // The second call uses the cached format.
    expect(formatAmount(minor(amount), decimals, locale)).toBe(text)
  })
})
