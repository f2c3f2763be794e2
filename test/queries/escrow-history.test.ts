import { expect, test } from 'vitest'
import { escrowHistory } from '../../main/queries/escrow-history.ts'
import { ask } from './asked.ts'
import { bookAfter, fund, opening, release } from './open-book.ts'

test('the history of escrow has a point for each day it changed, without reversed entries', async () => {
  const book = await bookAfter(
    opening([10_000, 20_000]),
    fund('C0001', 'M1', '2026-01-02'),
    release('C0001', 'M1', 10_000, '2026-01-09'),
    fund('C0001', 'M2', '2026-01-09'),
    release('C0001', 'M2', 5_000, '2026-02-01'),
    { type: 'reverse', contractId: 'C0001', on: '2026-02-02' },
  )
  expect(escrowHistory(book, ask('escrow-history', { currency: 'USD' })).points).toEqual([
    { on: '2026-01-02', escrow: 10_000 },
    { on: '2026-01-09', escrow: 20_000 },
  ])
})
