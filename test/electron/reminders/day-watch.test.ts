import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchDay } from '../../../main/electron/reminders/day-watch.ts'
import { calendar } from '../../../main/electron/today.ts'

const MINUTE_MS = 60_000

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('midnight passing while the app is open is reported once, within a minute', () => {
  vi.setSystemTime(new Date('2026-01-31T23:58:00'))
  const begun = vi.fn()
  const end = watchDay(calendar(undefined), begun)
  vi.advanceTimersByTime(MINUTE_MS)
  expect(begun).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2 * MINUTE_MS)
  expect(begun).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(23 * 60 * MINUTE_MS)
  expect(begun).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(60 * MINUTE_MS)
  expect(begun).toHaveBeenCalledTimes(2)
  end()
  vi.advanceTimersByTime(48 * 60 * MINUTE_MS)
  expect(begun).toHaveBeenCalledTimes(2)
})

test('sleeping over midnight, or setting the clock back, is reported at the next check', () => {
  vi.setSystemTime(new Date('2026-01-31T22:00:00'))
  const begun = vi.fn()
  const end = watchDay(calendar(undefined), begun)
  vi.setSystemTime(new Date('2026-02-02T08:00:00'))
  vi.advanceTimersByTime(MINUTE_MS)
  expect(begun).toHaveBeenCalledOnce()
  vi.setSystemTime(new Date('2026-01-31T08:00:00'))
  vi.advanceTimersByTime(MINUTE_MS)
  expect(begun).toHaveBeenCalledTimes(2)
  end()
})
