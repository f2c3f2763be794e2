import { expect, test } from 'vitest'
import { ledgerRows } from './asked.ts'
import { bookAfter, fund, opening, release } from './open-book.ts'

test('a reversed entry and its reversal are both in the ledger, mirror each other and refer to each other', async () => {
  const book = await bookAfter(opening([10_000]), fund('C0001', 'M1', '2026-01-02'), {
    type: 'reverse',
    contractId: 'C0001',
    on: '2026-01-03',
  })
  const { total, rows } = await ledgerRows(book, { contractId: 'C0001' })
  expect(total).toBe(3)
  const [, funded, reversed] = rows
  expect(funded).toMatchObject({ entry: 2, reversedBy: 3, escrow: 10_000 })
  expect(reversed).toMatchObject({ entry: 3, reverses: 2, escrow: 0 })
  expect(reversed?.postings).toEqual(funded?.postings.map(posting => ({ ...posting, amount: -posting.amount })))
})

test('the ledger of a period has the entries dated in it, both days included', async () => {
  const book = await bookAfter(
    opening([10_000]),
    fund('C0001', 'M1', '2026-01-31'),
    release('C0001', 'M1', 100, '2026-02-01'),
    release('C0001', 'M1', 100, '2026-03-01'),
  )
  const entries = async (from: string, to: string) => (await ledgerRows(book, { from, to })).rows.map(row => row.entry)
  expect(await entries('2026-01-31', '2026-02-01')).toEqual([2, 3])
  expect(await entries('2026-03-02', '2026-03-31')).toEqual([])
})
