import { expect, test } from 'vitest'
import { amountsOf, foldedSame, reachedEntries } from '../../../../renderer/dialogs/correct/shown-entries.ts'
import type { CorrectedEntry, EntryMovement } from '../../../../shared/api/correction.ts'
import type { IsoDate } from '../../../../shared/dates/calendar.ts'
import { minor, ZERO } from '../../../../shared/money/money.ts'

const moved = (amount: number, more: Partial<EntryMovement> = {}): EntryMovement => ({
  on: '2026-10-20' as IsoDate,
  gross: minor(amount),
  fee: ZERO,
  net: minor(amount),
  change: ZERO,
  amount: minor(amount),
  carried: ZERO,
  ...more,
})

const entries = (count: number, changed: number): readonly CorrectedEntry[] =>
  Array.from({ length: count }, (_, i) => ({
    entry: i + 1,
    label: `Entry ${i + 1}`,
    was: moved(100),
    now: moved(i < changed ? 120 : 100),
    same: i >= changed,
  }))

test('up to eight entries are all listed; of more, those that stay the same are folded', () => {
  expect(foldedSame(entries(8, 2))).toMatchObject({ folded: 0, shown: { length: 8 } })
  expect(foldedSame(entries(9, 2))).toMatchObject({ folded: 7, shown: [{ entry: 1 }, { entry: 2 }] })
})

test('a refused correction is listed up to the entry that stops it, and what it does not reach', () => {
  const [corrected, ...later] = entries(4, 0)
  if (corrected === undefined) throw new Error('there are four')
  expect(reachedEntries(corrected, later, 3).shown.map(({ state }) => state)).toEqual([
    'corrected',
    'passed',
    'stops',
    'not-reached',
  ])
  const [first, ...many] = entries(20, 0)
  if (first === undefined) throw new Error('there are twenty')
  expect(reachedEntries(first, many, 12)).toMatchObject({ folded: 18, shown: [{ entry: 1 }, { entry: 12 }] })
})

test('an entry is shown by the amount that changes: moved, carried on in escrow, or only spoken of', () => {
  expect(amountsOf(moved(90), moved(95))).toEqual({ was: 90, now: 95 })
  const funded = { gross: ZERO, amount: minor(100) }
  expect(amountsOf(moved(0, { ...funded, carried: minor(330) }), moved(0, { ...funded, carried: minor(325) }))).toEqual(
    {
      was: 330,
      now: 325,
    },
  )
  expect(amountsOf(moved(0, { amount: minor(60) }), moved(0, { amount: minor(50) }))).toEqual({ was: 60, now: 50 })
  expect(amountsOf(moved(0, { amount: null }), null)).toEqual({ was: null, now: null })
})
