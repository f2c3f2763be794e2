import { expect, test } from 'vitest'
import { addDays, daysBetween, isoDate } from '../../../shared/dates/calendar.ts'

test.each(['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is a day of the calendar', text => {
  expect(isoDate(text)).toBe(text)
})

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-6-1',
  '0000-01-01',
  '2026-06-30T00:00:00Z',
  ' 2026-06-30',
  '+02026-01-01',
  '',
])('“%s” is not a day of the calendar', text => {
  expect(isoDate(text)).toBeUndefined()
})

test('days are counted by the calendar, across leap days and years', () => {
  const day = isoDate('2023-12-31')
  if (day === undefined) throw new Error('no day')
  expect(addDays(day, 60)).toBe('2024-02-29')
  expect(daysBetween(day, addDays(day, 60))).toBe(60)
  expect(daysBetween(day, addDays(day, -1))).toBe(-1)
})
