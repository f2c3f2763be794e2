import { expect, test } from 'vitest'
import { accepted } from '../../main/answers/outcome.ts'
import { answering } from '../../main/electron/ipc/answering.ts'
import { summaryRows } from '../../main/queries/summary.ts'
import { querySchema } from '../../shared/api/queries.ts'
import { LARGEST_AMOUNT } from '../../shared/money/money.ts'
import { bookAfter, fund, opening } from './open-book.ts'

test('totals are separate for each currency', async () => {
  const book = await bookAfter(
    opening([10_000]),
    opening([500], { currency: 'JPY' }),
    fund('C0001', 'M1', '2026-01-02'),
    fund('C0002', 'M1', '2026-01-02'),
    {
      type: 'request-refund',
      contractId: 'C0001',
      amount: 4_000,
      on: '2026-01-03',
    },
  )
  expect(summaryRows(book.contracts())).toMatchObject([
    { currency: 'USD', decimals: 2, contracts: 1, open: 1, escrow: 10_000, reserved: 4_000, deposited: 10_000 },
    { currency: 'JPY', decimals: 0, contracts: 1, open: 1, escrow: 500, reserved: 0, deposited: 500 },
  ])
})

test('each currency counts the contracts of each side', async () => {
  const book = await bookAfter(
    opening([10_000]),
    opening([10_000], { side: 'freelancer' }),
    opening([10_000], { side: 'freelancer' }),
    opening([500], { currency: 'JPY', side: 'freelancer' }),
  )
  expect(summaryRows(book.contracts())).toMatchObject([
    { currency: 'USD', sides: { client: 1, freelancer: 2 } },
    { currency: 'JPY', sides: { client: 0, freelancer: 1 } },
  ])
})

test('totals of any number of contracts are exact, or refused with a sentence if they cannot be', async () => {
  const book = await bookAfter(
    opening([10_000]),
    opening([LARGEST_AMOUNT]),
    fund('C0001', 'M1', '2026-01-02'),
    fund('C0002', 'M1', '2026-01-02'),
  )
  const [small, large] = book.contracts()
  if (small === undefined || large === undefined) throw new Error('there are two')
  const rows = summaryRows(Array.from({ length: 150_000 }, () => small))
  expect(rows).toMatchObject([
    { contracts: 150_000, deposited: 1_500_000_000, escrow: 1_500_000_000, bar: { total: 1_500_000_000 } },
  ])
  const bugs: unknown[] = []
  const answer = await answering(
    { type: 'summary' },
    {
      schema: querySchema,
      perform: () => accepted(summaryRows(Array.from({ length: 9_100 }, () => large))),
      voiceOf: () => ({ locale: 'en', decimals: 2 }),
      report: problem => bugs.push(problem),
    },
  )
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'amount-too-large', message: expect.stringMatching(/^Together .* shorter period at a time\.$/) },
  })
  expect(bugs).toEqual([])
})
