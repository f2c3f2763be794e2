import { expect, test } from 'vitest'
import { contractWithTimeline } from '../../main/queries/contract.ts'
import { ask, deadlineRows, ledgerRows } from './asked.ts'
import { bookAfter, opening, TODAY } from './open-book.ts'

test('every list has 200 rows if no limit is given, along with the total', async () => {
  const milestones = Array.from({ length: 201 }, () => ({ title: 'A', amount: 500, due: '2026-04-01' }))
  const book = await bookAfter(
    opening([], { milestones }),
    ...Array.from({ length: 201 }, () => ({ type: 'bonus', contractId: 'C0001', amount: 1 }) as const),
  )
  const ledger = await ledgerRows(book)
  expect([ledger.total, ledger.rows.length, ledger.rows.at(-1)?.entry]).toEqual([202, 200, 200])
  expect((await ledgerRows(book, { limit: undefined })).rows).toHaveLength(200)
  expect((await ledgerRows(book, { offset: 200 })).rows.map(row => row.entry)).toEqual([201, 202])
  expect((await ledgerRows(book, { offset: 5_000 })).rows).toEqual([])
  const state = book.contract('C0001')
  if (state === undefined) throw new Error('no contract')
  const { total, timeline } = await contractWithTimeline(
    book,
    state,
    ask('contract', { contractId: 'C0001' }),
    TODAY,
    'en',
  )
  expect([total, timeline.length, timeline[0]?.entry]).toEqual([202, 200, 202])
  expect(deadlineRows(book)).toHaveLength(200)
})
