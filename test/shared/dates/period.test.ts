import { describe, expect, test } from 'vitest'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { daysOf, daysOfMonth, daysOfYear, isBackwards, type NamedPeriod } from '../../../shared/dates/period.ts'

const day = (text: string): IsoDate => text as IsoDate

describe('the days of a named period', () => {
  test.each<[NamedPeriod, object]>([
    ['ever', {}],
    ['this-month', { from: '2026-08-01', to: '2026-08-15' }],
    ['last-month', { from: '2026-07-01', to: '2026-07-31' }],
    ['this-quarter', { from: '2026-07-01', to: '2026-08-15' }],
    ['last-3-months', { from: '2026-05-16', to: '2026-08-15' }],
    ['this-year', { from: '2026-01-01', to: '2026-08-15' }],
    ['last-year', { from: '2025-01-01', to: '2025-12-31' }],
  ])('%s, in August', (name, days) => {
    expect(daysOf(name, day('2026-08-15'))).toEqual(days)
  })

  test('reach into the year before from January', () => {
    expect(daysOf('last-month', day('2026-01-31'))).toEqual({ from: '2025-12-01', to: '2025-12-31' })
    expect(daysOf('last-3-months', day('2026-01-31'))).toEqual({ from: '2025-11-01', to: '2026-01-31' })
    expect(daysOf('this-quarter', day('2026-01-31'))).toEqual({ from: '2026-01-01', to: '2026-01-31' })
  })
})

test('a month ends on its last day, in leap years too', () => {
  expect(daysOfMonth(2026, 2)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(daysOfMonth(2028, 2)).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(daysOfMonth(2026, 12)).toEqual({ from: '2026-12-01', to: '2026-12-31' })
})

test('years have four digits, the earliest too', () => {
  expect(daysOfYear(7)).toEqual({ from: '0007-01-01', to: '0007-12-31' })
  expect(daysOfMonth(7, 1)).toEqual({ from: '0007-01-01', to: '0007-01-31' })
})

test('only a range that ends before it begins is reversed', () => {
  expect(isBackwards({ from: day('2026-03-02'), to: day('2026-03-01') })).toBe(true)
  expect(isBackwards({ from: day('2026-03-01'), to: day('2026-03-01') })).toBe(false)
  expect(isBackwards({ to: day('2026-03-01') })).toBe(false)
  expect(isBackwards({ from: day('2026-03-01') })).toBe(false)
  expect(isBackwards({})).toBe(false)
})
