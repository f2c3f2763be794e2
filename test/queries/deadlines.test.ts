import { expect, test } from 'vitest'
import { deadlineRows } from './asked.ts'
import { bookAfter, fund, opening } from './open-book.ts'

test('deadlines of all contracts are sorted by day, those within the given days plus the overdue ones', async () => {
  const book = await bookAfter(
    opening([10_000, 500]),
    opening([10_000]),
    fund('C0001', 'M1', '2026-03-01'),
    { type: 'submit-work', contractId: 'C0001', milestoneId: 'M1', on: '2026-03-10' },
    fund('C0002', 'M1', '2026-03-01'),
    { type: 'submit-work', contractId: 'C0002', milestoneId: 'M1', on: '2026-03-25' },
    { type: 'edit-milestone', contractId: 'C0001', milestoneId: 'M2', due: '2026-06-01' },
  )
  expect(deadlineRows(book)).toMatchObject([
    {
      contractId: 'C0001',
      kind: 'review',
      on: '2026-03-24',
      overdue: true,
      amount: 10_000,
      offers: { type: 'release', amount: 10_000 },
    },
    { contractId: 'C0002', kind: 'review', on: '2026-04-08', overdue: false },
    { contractId: 'C0001', kind: 'due', milestoneId: 'M2', on: '2026-06-01', offers: null },
  ])
  expect(deadlineRows(book, { within: 7 })).toHaveLength(1)
})
