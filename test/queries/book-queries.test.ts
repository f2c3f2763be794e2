import { describe, expect, test } from 'vitest'
import { accepted } from '../../main/answers/outcome.ts'
import type { Book } from '../../main/book/book.ts'
import { answering } from '../../main/electron/ipc/answering.ts'
import { contractWithTimeline } from '../../main/queries/contract.ts'
import { contractRows } from '../../main/queries/contracts.ts'
import { deadlinePage } from '../../main/queries/deadlines.ts'
import { escrowHistory } from '../../main/queries/escrow-history.ts'
import { mustBeKnownCurrency } from '../../main/queries/known-currency.ts'
import { ledgerPage } from '../../main/queries/ledger.ts'
import { reportOf } from '../../main/queries/report.ts'
import { summaryRows } from '../../main/queries/summary.ts'
import { type QueryInput, type QueryOf, querySchema } from '../../shared/api/queries.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import { LARGEST_AMOUNT } from '../../shared/money/money.ts'
import { bookAfter, opening, TODAY } from './open-book.ts'

const ask = <T extends QueryInput['type']>(type: T, fields: object = {}) =>
  querySchema.parse({ type, ...fields }) as QueryOf<T>
const fund = (contractId: string, milestoneId: string, on: string, amount?: number) =>
  ({ type: 'fund-milestone', contractId, milestoneId, on, ...(amount !== undefined && { amount }) }) as const
const release = (contractId: string, milestoneId: string, amount: number, on: string) =>
  ({ type: 'release', contractId, milestoneId, amount, on }) as const
const ledgerRows = (book: Book, fields: object = {}) =>
  ledgerPage(book, ask('ledger', fields)).then(({ total, entries }) => ({ total, rows: entries.map(({ row }) => row) }))
const deadlineRows = (book: Book, fields: object = {}) =>
  deadlinePage(book, ask('deadlines', fields), TODAY).map(({ deadline }) => deadline)
const ids = (book: Book, fields: object) => contractRows(book, ask('contracts', fields), TODAY).rows.map(row => row.id)

describe('contracts', () => {
  const three = () =>
    bookAfter(
      opening([10_000], { title: 'Zürich guide', client: 'Helio', freelancer: 'Ana' }),
      opening([20_000, 500], { title: 'App 10', client: 'acme LTD' }),
      opening([100], { title: 'App 9', currency: 'JPY' }),
      fund('C0002', 'M1', '2026-01-02'),
      { type: 'annotate', contractId: 'C0002', entry: 4, reference: 'TX-77', note: 'paid by wire' },
      { type: 'edit-contract', contractId: 'C0003', archived: true },
    )

  test('are found by words of titles, parties, milestones, references and notes, without case or accents', async () => {
    const book = await three()
    expect(ids(book, { search: 'zurich' })).toEqual(['C0001'])
    expect(ids(book, { search: 'HELIO guide' })).toEqual(['C0001'])
    expect(ids(book, { search: 'tx-77 app' })).toEqual(['C0002'])
    expect(ids(book, { search: 'wire' })).toEqual(['C0002'])
    expect(ids(book, { search: 'wire helio' })).toEqual([])
  })

  test('are found by what was written since the same was looked for, and in the order it makes, page by page', async () => {
    const book = await three()
    const command = (input: object) => book.execute(escrowCommandSchema.parse(input))
    const bySum = (fields: object) => ids(book, { sort: { by: 'escrow', descending: true }, limit: 1, ...fields })
    expect(ids(book, { search: 'ladder' })).toEqual([])
    expect([bySum({}), bySum({ offset: 1 })]).toEqual([['C0002'], ['C0001']])
    await command({ type: 'annotate', contractId: 'C0001', entry: 1, note: 'a ladder' })
    await command(fund('C0001', 'M1', '2026-01-03', 50_000))
    expect(ids(book, { search: 'ladder' })).toEqual(['C0001'])
    expect([bySum({}), bySum({ offset: 1 }), bySum({ offset: 2 })]).toEqual([['C0001'], ['C0002'], []])
    await command({ type: 'annotate', contractId: 'C0001', entry: 1, note: '' })
    expect(ids(book, { search: 'ladder' })).toEqual([])
  })

  test('are filtered by stage, client, currency and archive', async () => {
    const book = await three()
    expect(ids(book, { stage: 'funded' })).toEqual(['C0002'])
    expect(ids(book, { client: 'Acme Ltd' })).toEqual(['C0002'])
    expect(ids(book, { currency: 'JPY' })).toEqual([])
    expect(ids(book, { archived: true })).toEqual(['C0003'])
    expect(ids(book, { status: 'ended' })).toEqual([])
  })

  test('are sorted as a person reads, and paged with the total', async () => {
    const book = await bookAfter(...['b', 'App 10', 'App 9', 'Äpfel'].map(title => opening([500], { title })))
    const titles = (fields: object) => contractRows(book, ask('contracts', fields), TODAY).rows.map(row => row.title)
    expect(titles({ sort: { by: 'title' } })).toEqual(['Äpfel', 'App 9', 'App 10', 'b'])
    expect(titles({ sort: { by: 'recent', descending: true }, limit: 2 })).toEqual(['Äpfel', 'App 9'])
    expect(contractRows(book, ask('contracts', { offset: 3, limit: 2 }), TODAY)).toMatchObject({ total: 4, rows: [{}] })
  })
})

describe('a timeline says of each entry what left, what the platform kept and what arrived', () => {
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

  test('in pages counted from the latest', async () => {
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

test('a reversed entry and its reversal both stand in the ledger, as mirrors that name each other', async () => {
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

test('a ledger of a period holds the entries dated in it, both days included', async () => {
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

test('every list holds 200 rows where no limit is given, with the total beside them', async () => {
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

describe('reports', () => {
  const policy = { clientFeeBp: 500, freelancerFeeBp: 1_000, contractFee: 99 }
  const year = () =>
    bookAfter(
      opening([10_000, 20_000], { policy }),
      opening([30_000], { policy, side: 'freelancer', client: 'Helio', title: 'Film' }),
      opening([500], { currency: 'EUR' }),
      fund('C0001', 'M1', '2026-01-02'),
      release('C0001', 'M1', 10_000, '2026-01-20'),
      fund('C0001', 'M2', '2026-02-01'),
      release('C0001', 'M2', 5_000, '2026-02-02'),
      { type: 'reverse', contractId: 'C0001', on: '2026-02-03' },
      fund('C0002', 'M1', '2026-02-05'),
      release('C0002', 'M1', 30_000, '2026-02-06'),
      { type: 'return-payment', contractId: 'C0002', amount: 1_000, on: '2026-03-01' },
    )

  test('count each fee on its day, by the side that keeps the contract, and leave out what was reversed', async () => {
    const book = await year()
    expect(reportOf(book, ask('report', { by: 'month', currency: 'USD', side: 'client' }))).toEqual({
      currency: 'USD',
      rows: [
        { key: '2026-01', label: '2026-01', gross: 10_000, fees: 500 + 99, net: 10_599, returned: 0, refunded: 0 },
        { key: '2026-02', label: '2026-02', gross: 0, fees: 1_000, net: 1_000, returned: 0, refunded: 0 },
      ],
      totals: { gross: 10_000, fees: 1_599, net: 11_599, returned: 0, refunded: 0 },
    })
    expect(reportOf(book, ask('report', { by: 'month', currency: 'USD', side: 'freelancer' })).rows).toEqual([
      { key: '2026-02', label: '2026-02', gross: 30_000, fees: 3_000, net: 27_000, returned: 0, refunded: 0 },
      { key: '2026-03', label: '2026-03', gross: 0, fees: 0, net: 0, returned: 1_000, refunded: 0 },
    ])
  })

  test('of all time are those of a period that holds all of it, also where something was recorded or undone since they were last asked for', async () => {
    const book = await year()
    const expectOne = (): void => {
      for (const by of ['month', 'year', 'client', 'freelancer', 'contract']) {
        const all = reportOf(book, ask('report', { by, currency: 'USD' }))
        expect(all, by).toEqual(
          reportOf(book, ask('report', { by, currency: 'USD', from: '2026-01-01', to: '2026-12-31' })),
        )
        expect(all.totals.gross).toBeGreaterThan(0)
      }
    }
    expectOne()
    for (const command of [
      { type: 'bonus', contractId: 'C0001', amount: 500, on: '2026-01-20' },
      { type: 'reverse', contractId: 'C0001' },
    ] as const) {
      expect((await book.execute(escrowCommandSchema.parse(command))).ok).toBe(true)
      expectOne()
    }
  })

  test('come by contract or party with the largest first, and only of the days and the currency asked for', async () => {
    const book = await year()
    expect(reportOf(book, ask('report', { by: 'contract', currency: 'USD' })).rows.map(row => row.label)).toEqual([
      'Film',
      'Website',
    ])
    expect(reportOf(book, ask('report', { by: 'client', currency: 'USD', to: '2026-01-31' })).rows).toMatchObject([
      { key: 'acme ltd', label: 'Acme Ltd', gross: 10_000 },
    ])
    expect(reportOf(book, ask('report', { by: 'year', currency: 'EUR' })).rows).toEqual([])
  })

  test('and the filter by client take a name for one party as the rules do, ß and SS included', async () => {
    const paid = (contractId: string) => [
      fund(contractId, 'M1', '2026-01-02'),
      release(contractId, 'M1', 500, '2026-01-02'),
    ]
    const book = await bookAfter(
      opening([500], { client: 'Straße' }),
      opening([500], { client: 'STRASSE' }),
      ...paid('C0001'),
      ...paid('C0002'),
    )
    expect(reportOf(book, ask('report', { by: 'client', currency: 'USD' })).rows).toMatchObject([{ gross: 1_000 }])
    expect(ids(book, { client: 'strasse' })).toEqual(['C0002', 'C0001'])
  })
})

test('a currency that is misspelt is refused, and not taken for a book without money', async () => {
  const book = await bookAfter(opening([500]))
  expect(mustBeKnownCurrency(book, 'usd')).toMatchObject({ code: 'unknown-currency', field: 'currency' })
  expect(mustBeKnownCurrency(book, 'USD')).toBeUndefined()
  expect(mustBeKnownCurrency(book, 'JPY')).toBeUndefined()
})

test('totals are kept apart by currency', async () => {
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

test('deadlines of all contracts come by day, those within so many days with the overdue', async () => {
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

test('the history of escrow has a point for each day on which it changed, without what was reversed', async () => {
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

test('totals of any number of contracts are right, and refused in words where they cannot be counted to the last unit', async () => {
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
