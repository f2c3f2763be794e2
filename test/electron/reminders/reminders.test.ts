import { expect, test } from 'vitest'
import { dueReminders } from '../../../main/electron/reminders/reminders.ts'
import type { DeadlineView } from '../../../shared/contract/contract.ts'
import { addDays, type IsoDate } from '../../../shared/dates/calendar.ts'
import { minor } from '../../../shared/money/money.ts'

const DAY = '2026-11-24' as IsoDate
const deadline = (on: string, more: Partial<DeadlineView> = {}): DeadlineView => ({
  contractId: 'C0001',
  kind: 'review',
  milestoneId: 'M1',
  on: on as IsoDate,
  overdue: false,
  amount: minor(42_000),
  offers: null,
  ...more,
})

/**
 * Checks the reminders each day from ten before the deadline to two after; returns the days with a
 * notification, as days before the deadline.
 */
function toldOn(open: (day: IsoDate) => boolean, more: Partial<DeadlineView> = {}): number[] {
  let told: readonly string[] = []
  const days: number[] = []
  for (let before = 10; before >= -2; before--) {
    const today = addDays(DAY, -before)
    if (!open(today)) continue
    for (let hour = 0; hour < 3; hour++) {
      const due = dueReminders([deadline(DAY, { overdue: before < 0, ...more })], today, told)
      days.push(...due.reminders.map(each => each.days))
      told = due.told
    }
  }
  return days
}

test('a deadline is announced once three days and once one day before, however often it is checked', () => {
  expect(toldOn(() => true)).toEqual([3, 1])
})

test('a deadline missed while the app was closed is announced at the next start, but never after its day', () => {
  expect(toldOn(day => day !== addDays(DAY, -3))).toEqual([2, 1])
  expect(toldOn(day => day === DAY)).toEqual([0])
  expect(toldOn(day => day > DAY)).toEqual([])
})

test('money that arrives automatically is not announced', () => {
  expect(toldOn(() => true, { kind: 'available' })).toEqual([])
})

test('a deadline that was moved is announced again, and past ones are forgotten', () => {
  const first = dueReminders([deadline('2026-11-25')], DAY, [])
  const moved = dueReminders([deadline('2026-11-27')], addDays(DAY, 2), first.told)
  expect(first.told).toHaveLength(1)
  expect(moved.reminders).toHaveLength(1)
  expect(moved.told.every(name => name.startsWith('2026-11-27'))).toBe(true)
})

test('several at once are announced together, the nearest first', () => {
  const four = ['M1', 'M2', 'M3', 'M4'].map((milestoneId, index) => deadline(addDays(DAY, 3 - index), { milestoneId }))
  const due = dueReminders(four, DAY, [])
  expect(due.together).toBe(true)
  expect(due.reminders.map(each => each.days)).toEqual([0, 1, 2, 3])
  expect(dueReminders(four.slice(1), DAY, []).together).toBe(false)
})
