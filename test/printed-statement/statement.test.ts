import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { statementOf } from '../../main/printed-statement/statement.ts'
import { type QueryInput, type QueryOf, querySchema } from '../../shared/api/queries.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import { addDays, type IsoDate, isoDate } from '../../shared/dates/calendar.ts'
import { minor, sum } from '../../shared/money/money.ts'
import type { PrintedStatement } from '../../shared/printed-statement/printed-statement.ts'
import { randomBook } from '../export/random-book.ts'
import { bookAfter, bookOn, opening, TODAY } from '../queries/open-book.ts'

type Asked = Omit<Extract<QueryInput, { type: 'statement' }>, 'type'>

function asked(book: Book, request: Asked, today = TODAY) {
  const { type: _, ...parsed } = querySchema.parse({ type: 'statement', ...request }) as QueryOf<'statement'>
  return statementOf(book, parsed, today, 'en-US')
}

async function statement(book: Book, request: Asked = {}, today = TODAY): Promise<PrintedStatement> {
  const outcome = await asked(book, request, today)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

const fund = (milestoneId: string, on: string) =>
  ({ type: 'fund-milestone', contractId: 'C0001', milestoneId, on }) as const
const release = (amount: number, on: string) =>
  ({ type: 'release', contractId: 'C0001', milestoneId: 'M1', amount, on }) as const
const FEES = { clientFeeBp: 500, contractFee: 499, freelancerFeeBp: 1_000, feesRefundable: true }

test('a statement has every entry by day, with gross, fee, net and the escrow after it', async () => {
  const book = await bookAfter(
    opening([10_000], { policy: FEES }),
    fund('M1', '2026-01-02'),
    release(4_000, '2026-01-05'),
  )
  const { of, name, contracts } = await statement(book, { contractId: 'C0001' })
  expect([of, name]).toEqual(['contract', 'Website'])
  expect(
    contracts[0]?.lines.map(({ entry, on, label, gross, fee, net, escrow, moves }) => [
      entry,
      on,
      label,
      gross,
      fee,
      net,
      escrow,
      moves,
    ]),
  ).toEqual([
    [1, '2026-01-01', 'Opened Website', 0, 0, 0, 0, false],
    [2, '2026-01-02', 'Funded A', 10_999, 999, 10_000, 10_000, true],
    [3, '2026-01-05', 'Paid A', 4_000, 400, 3_600, 6_000, true],
  ])
  expect(contracts[0]?.sums).toEqual([
    { kind: 'paid-in', gross: 10_999, fee: 999, net: 10_000 },
    { kind: 'paid-out', gross: 4_000, fee: 400, net: 3_600 },
  ])
})

test('an undone entry is shown but does not count', async () => {
  const book = await bookAfter(
    opening([42_000]),
    fund('M1', '2026-01-02'),
    release(40_000, '2026-01-05'),
    { type: 'reverse', contractId: 'C0001', on: '2026-01-06' },
    release(10_000, '2026-01-05'),
  )
  const { contracts } = await statement(book, { contractId: 'C0001' })
  expect(contracts[0]?.lines.map(({ entry, undone, undoes, escrow }) => [entry, undone, undoes, escrow])).toEqual([
    [1, undefined, undefined, 0],
    [2, undefined, undefined, 42_000],
    [3, true, undefined, 2_000],
    [5, undefined, undefined, 32_000],
    [4, undefined, 3, 32_000],
  ])
  expect(contracts[0]).toMatchObject({ released: 10_000, closing: 32_000 })
})

test('a period begins with the escrow before it, and ends with the escrow at its end', async () => {
  const book = await bookAfter(
    opening([42_000]),
    fund('M1', '2026-01-02'),
    release(40_000, '2026-02-05'),
    release(500, '2026-03-05'),
  )
  const { contracts, from, to } = await statement(book, { contractId: 'C0001', from: '2026-02-01', to: '2026-02-28' })
  expect([from, to]).toEqual(['2026-02-01', '2026-02-28'])
  expect(contracts[0]).toMatchObject({
    opening: 42_000,
    deposited: 0,
    released: 40_000,
    refunded: 0,
    closing: 2_000,
    pending: [],
  })
  expect(contracts[0]?.lines.map(({ entry }) => entry)).toEqual([3])
  // The contract has gone on since: what was pending then is not kept, and the bar shows the sums.
  expect(contracts[0]?.bar.segments).toEqual([
    { kind: 'paid', amount: 40_000 },
    { kind: 'held', amount: 2_000 },
  ])
})

test('each open item has its day and amount', async () => {
  const book = await bookAfter(
    opening([10_000, 5_000], { policy: { availableDays: 200 } }),
    fund('M1', '2026-01-02'),
    release(4_000, '2026-01-05'),
    {
      type: 'request-refund',
      contractId: 'C0001',
      amount: 1_000,
      milestoneId: 'M1',
      on: '2026-03-30',
    },
  )
  const { contracts } = await statement(book, { contractId: 'C0001' })
  expect(contracts[0]?.pending).toEqual([
    { kind: 'refund', on: '2026-04-06', amount: 1_000, milestone: 'A' },
    { kind: 'held', on: null, amount: 5_000, milestone: 'A' },
    { kind: 'available', on: '2026-07-24', amount: 4_000 },
    { kind: 'planned', on: null, amount: 5_000, milestone: 'B' },
  ])
})

test('a statement of a client has all of its contracts, and adds up each currency separately', async () => {
  const book = await bookAfter(
    opening([10_000]),
    opening([3_000], { client: 'ACME ltd', currency: 'JPY' }),
    opening([7_000], { client: 'Other' }),
    fund('M1', '2026-01-02'),
    { type: 'fund-milestone', contractId: 'C0002', milestoneId: 'M1', on: '2026-01-03' },
    { type: 'fund-milestone', contractId: 'C0003', milestoneId: 'M1', on: '2026-01-03' },
  )
  const { of, name, contracts, totals } = await statement(book, { client: 'acme LTD' })
  expect([of, name, contracts.map(({ id }) => id)]).toEqual(['client', 'Acme Ltd', ['C0001', 'C0002']])
  expect(totals.map(({ currency, closing, decimals }) => [currency, closing, decimals])).toEqual([
    ['JPY', 3_000, 0],
    ['USD', 10_000, 2],
  ])
  expect((await statement(book)).contracts).toHaveLength(3)
})

test('an unknown contract, a client without one and a period that ends before it begins are refused', async () => {
  const book = await bookAfter(opening([10_000]))
  const codes = [{ contractId: 'C9' }, { client: 'Nobody' }, { from: '2026-02-02', to: '2026-02-01' }].map(
    async request => {
      const outcome = await asked(book, request)
      return outcome.ok ? 'ok' : [outcome.refusal.code, outcome.refusal.field]
    },
  )
  expect(await Promise.all(codes)).toEqual([
    ['unknown-contract', 'contractId'],
    ['bad-input', 'client'],
    ['bad-input', 'to'],
  ])
})

test('in any book and over any period, opening balance plus money in equals money out plus closing balance, line by line', async () => {
  const lastDay = isoDate('2031-01-01') as IsoDate
  await fc.assert(
    fc.asyncProperty(
      fc.noBias(fc.integer({ min: 0, max: 2 ** 32 - 1 })),
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 0, max: 700 }),
      async (seed, start, length) => {
        const book = await bookOn(lastDay)
        for (const command of randomBook(seed, 60).commands) await book.execute(escrowCommandSchema.parse(command))
        const from = addDays('2025-06-01' as IsoDate, start)
        for (const period of [{}, { from, to: addDays(from, length) }]) {
          for (const contract of (await statement(book, period, lastDay)).contracts) {
            const { opening: before, deposited, released, refunded, closing, lines, sums, id } = contract
            expect(sum(before, deposited)).toBe(sum(released, refunded, closing))
            expect(closing).toBeGreaterThanOrEqual(0)
            const standing = lines.filter(line => !line.undone && line.undoes === undefined)
            expect(standing.at(-1)?.escrow ?? before).toBe(closing)
            for (const each of sums) expect(each.gross).toBe(sum(each.fee, each.net))
            const out = (kind: string) => minor(sums.find(each => each.kind === kind)?.gross ?? 0)
            expect(out('paid-out')).toBe(released)
            expect(out('refunded')).toBe(refunded)
            if (period.from === undefined) {
              const state = book.contract(id)
              expect({ deposited, released, refunded }).toEqual({
                deposited: state?.deposited,
                released: state?.released,
                refunded: state?.refunded,
              })
            }
          }
        }
        await book.close()
      },
    ),
    { numRuns: 15 },
  )
}, 60_000)
