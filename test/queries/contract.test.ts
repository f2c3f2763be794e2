import { describe, expect, test } from 'vitest'
import { contractWithTimeline } from '../../main/queries/contract.ts'
import { ask } from './asked.ts'
import { bookAfter, fund, opening, release, TODAY } from './open-book.ts'

describe('a timeline has the gross, fee and net amount of each entry', () => {
  const policy = { clientFeeBp: 500, freelancerFeeBp: 1_000, feesRefundable: true }
  test('for deposits, payments, refunds, bonuses and returned payments, the latest first', async () => {
    const book = await bookAfter(
      opening([10_000], { policy }),
      fund('C0001', 'M1', '2026-01-02'),
      release('C0001', 'M1', 4_000, '2026-01-03'),
      { type: 'bonus', contractId: 'C0001', amount: 2_000, on: '2026-01-04' },
      { type: 'return-payment', contractId: 'C0001', amount: 5_000, on: '2026-01-05' },
      { type: 'request-refund', contractId: 'C0001', amount: 6_000, on: '2026-01-06' },
      { type: 'approve-refund', contractId: 'C0001', on: '2026-01-07' },
    )
    const state = book.contract('C0001')
    if (state === undefined) throw new Error('no contract')
    const { timeline, total } = await contractWithTimeline(
      book,
      state,
      ask('contract', { contractId: 'C0001' }),
      TODAY,
      'en-US',
    )
    expect(total).toBe(7)
    expect(
      timeline.map(({ type, gross, fee, net, change, escrow }) => [type, gross, fee, net, change, escrow]),
    ).toEqual([
      ['approve-refund', 6_000, -300, 6_300, -6_000, 0],
      ['request-refund', 0, 0, 0, 0, 6_000],
      ['return-payment', 4_500, -500, 5_000, 0, 6_000],
      ['bonus', 2_000, 200, 1_800, 0, 6_000],
      ['release', 4_000, 400, 3_600, -4_000, 6_000],
      ['fund-milestone', 10_500, 500, 10_000, 10_000, 10_000],
      ['open-contract', 0, 0, 0, 0, 0],
    ])
    for (const row of timeline) expect(row.gross - row.fee).toBe(row.net)
  })

  test('in pages counted from the latest entry', async () => {
    const book = await bookAfter(
      opening([10_000]),
      fund('C0001', 'M1', '2026-01-02'),
      release('C0001', 'M1', 1, '2026-01-03'),
    )
    const state = book.contract('C0001')
    if (state === undefined) throw new Error('no contract')
    const page = (offset: number, limit: number) =>
      contractWithTimeline(book, state, ask('contract', { contractId: 'C0001', offset, limit }), TODAY, 'en-US').then(
        ({ timeline }) => timeline.map(row => row.entry),
      )
    expect(await page(0, 2)).toEqual([3, 2])
    expect(await page(2, 2)).toEqual([1])
    expect(await page(3, 2)).toEqual([])
  })
})

test('a timeline offers an undone entry again, unless a correction has recorded it again', async () => {
  const book = await bookAfter(
    opening([10_000]),
    fund('C0001', 'M1', '2026-01-02'),
    release('C0001', 'M1', 4_000, '2026-01-03'),
    release('C0001', 'M1', 1_000, '2026-01-04'),
    { type: 'correct', contractId: 'C0001', entry: 3, with: { amount: 3_000 } },
    { type: 'reverse', contractId: 'C0001' },
  )
  const state = book.contract('C0001')
  if (state === undefined) throw new Error('no contract')
  const { timeline } = await contractWithTimeline(book, state, ask('contract', { contractId: 'C0001' }), TODAY, 'en')
  const again = timeline.filter(row => row.again !== undefined).map(({ reverses }) => reverses)
  expect(again).toEqual([8])
  expect(timeline.find(({ reverses }) => reverses === 8)?.again).toMatchObject({ type: 'release', amount: 1_000 })
})
