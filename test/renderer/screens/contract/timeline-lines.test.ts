import { expect, test } from 'vitest'
import { timelineLines } from '../../../../renderer/screens/contract/timeline-lines.ts'
import type { TimelineRow } from '../../../../shared/api/ledger.ts'
import type { IsoDate } from '../../../../shared/dates/calendar.ts'
import { minor, ZERO } from '../../../../shared/money/money.ts'

const row = (entry: number, transaction: number, more: Partial<TimelineRow> = {}): TimelineRow => ({
  entry,
  transaction,
  contractId: 'C0001',
  type: 'release',
  on: '2026-10-20' as IsoDate,
  at: '2026-11-20T12:00:00.000Z',
  reference: null,
  note: null,
  label: 'Paid A',
  escrow: ZERO,
  postings: [],
  gross: minor(100),
  fee: ZERO,
  net: minor(100),
  change: ZERO,
  ...more,
})

const OPENED = row(1, 1, { type: 'open-contract' })
/** Entries 2 and 3; a correction of 2 to 120 takes both back and records them anew as 6 and 7. */
const CORRECTED = [
  OPENED,
  row(2, 2, { reversedBy: 5 }),
  row(3, 3, { reversedBy: 4 }),
  row(4, 4, { reverses: 3, type: 'reverse' }),
  row(5, 4, { reverses: 2, type: 'reverse' }),
  row(6, 4, { corrects: 2, gross: minor(120) }),
  row(7, 4, { corrects: 3 }),
]

const shapeOf = (rows: readonly TimelineRow[]) =>
  timelineLines(rows).map(line => (line.kind === 'entry' ? line.row.entry : line.rows.map(({ entry }) => entry)))

test('what a correction took back is one line below what it recorded anew', () => {
  expect(shapeOf(CORRECTED)).toEqual([7, 6, [3, 2], 1])
  expect(timelineLines(CORRECTED)[2]).toMatchObject({ count: 2, takenBack: [4, 5], anew: [6, 7], transaction: 4 })
})

test('the entry that a correction was about says what it was, and those after it nothing', () => {
  const was = timelineLines(CORRECTED).map(line => (line.kind === 'entry' ? line.was : 'correction'))
  expect(was).toEqual([null, { of: 'amount', amount: 100 }, 'correction', null])
})

test('an entry that a later correction only records again still says what it was', () => {
  const again = [
    ...CORRECTED.map(each =>
      each.entry === 7 ? { ...each, reversedBy: 8 } : each.entry === 6 ? { ...each, reversedBy: 9 } : each,
    ),
    row(8, 5, { reverses: 7, type: 'reverse' }),
    row(9, 5, { reverses: 6, type: 'reverse' }),
    row(10, 5, { corrects: 6, gross: minor(120) }),
    row(11, 5, { corrects: 7, on: '2026-10-21' as IsoDate }),
  ]
  expect(shapeOf(again)).toEqual([11, 10, [7, 6], [3, 2], 1])
  const tenth = timelineLines(again).find(line => line.kind === 'entry' && line.row.entry === 10)
  expect(tenth).toMatchObject({ was: { of: 'amount', amount: 100 } })
})

test('an undo stays a line of its own, also right before a correction', () => {
  const undone = [OPENED, row(2, 2, { reversedBy: 3 }), row(3, 3, { reverses: 2, type: 'reverse' })]
  expect(shapeOf(undone)).toEqual([3, 2, 1])
})

test('several entries that were removed together are one line, though nothing was recorded anew', () => {
  const removed = [
    OPENED,
    row(2, 2, { reversedBy: 5 }),
    row(3, 3, { reversedBy: 4 }),
    row(4, 4, { reverses: 3, type: 'reverse' }),
    row(5, 4, { reverses: 2, type: 'reverse' }),
  ]
  expect(shapeOf(removed)).toEqual([[3, 2], 1])
  const [line] = timelineLines(removed)
  expect(line?.kind === 'correction' && [...line.removed.keys()].sort()).toEqual([2, 3])
})

test('an entry that is not read yet leaves its place in the count', () => {
  expect(timelineLines(CORRECTED.slice(2))).toMatchObject([{}, {}, { count: 2, rows: [{ entry: 3 }] }])
})

test('a day and other details that were corrected are told too', () => {
  const moved = CORRECTED.map(each => (each.entry === 6 ? { ...each, gross: minor(100) } : each))
  const on = '2026-10-19' as IsoDate
  const wasOf = (rows: readonly TimelineRow[]) => {
    const sixth = timelineLines(rows).find(line => line.kind === 'entry' && line.row.entry === 6)
    return sixth?.kind === 'entry' ? sixth.was : undefined
  }
  expect(wasOf(moved.map(each => (each.entry === 6 ? { ...each, on } : each)))).toEqual({ of: 'day', on: '2026-10-20' })
  expect(wasOf(moved.map(each => (each.entry === 6 ? { ...each, label: 'Paid B' } : each)))).toEqual({ of: 'details' })
})
