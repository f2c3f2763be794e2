import { describe, expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { ledgerPage } from '../../main/queries/ledger.ts'
import type { LedgerRow, OpeningBalance } from '../../shared/api/ledger.ts'
import { type QueryOf, querySchema } from '../../shared/api/queries.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import { newFolder, openBook } from '../book/fixture.ts'
import { Chance } from '../properties/chance.ts'
import { Driver } from '../properties/driver.ts'
import { FIRST_DAY, stepFrom } from '../properties/walk.ts'
import { bookAfter, opening } from './open-book.ts'

const ask = (fields: object) => querySchema.parse({ type: 'ledger', ...fields }) as QueryOf<'ledger'>
const broughtForward = async (book: Book, fields: object): Promise<readonly OpeningBalance[]> =>
  (await ledgerPage(book, ask(fields))).opening
const fund = (contractId: string, on: string) =>
  ({ type: 'fund-milestone', contractId, milestoneId: 'M1', on }) as const
const release = (contractId: string, amount: number, on: string) =>
  ({ type: 'release', contractId, milestoneId: 'M1', amount, on }) as const

describe('the balance brought forward', () => {
  const book = () =>
    bookAfter(
      opening([10_000]),
      opening([500], { currency: 'JPY' }),
      fund('C0001', '2026-01-10'),
      fund('C0002', '2026-01-20'),
      release('C0001', 4_000, '2026-02-10'),
    )

  test('is the escrow of each currency before the period, of all contracts or of one', async () => {
    const [all, one] = [{ from: '2026-02-01' }, { from: '2026-02-01', contractId: 'C0002' }]
    const yen = { currency: 'JPY', decimals: 0, escrow: 500 }
    expect(await broughtForward(await book(), all)).toEqual([yen, { currency: 'USD', decimals: 2, escrow: 10_000 }])
    expect(await broughtForward(await book(), one)).toEqual([yen])
  })

  test('is empty before the first entry, and leaves out currencies with nothing in escrow', async () => {
    expect(await broughtForward(await book(), {})).toEqual([])
    expect(await broughtForward(await book(), { to: '2026-01-31' })).toEqual([])
    expect(await broughtForward(await book(), { from: '2026-01-10' })).toEqual([])
    expect(await broughtForward(await book(), { from: '2026-01-11' })).toMatchObject([{ currency: 'USD' }])
  })

  test('includes an entry that is reversed only later', async () => {
    const undone = await bookAfter(opening([10_000]), fund('C0001', '2026-01-10'), {
      type: 'reverse',
      contractId: 'C0001',
      on: '2026-02-10',
    })
    expect(await broughtForward(undone, { from: '2026-02-01' })).toMatchObject([{ escrow: 10_000 }])
    expect(await broughtForward(undone, { from: '2026-02-11' })).toEqual([])
  })

  test('of a later page is the balance after the rows before it, even beyond the last row', async () => {
    const pages = await book()
    const usd = (fields: object) =>
      broughtForward(pages, fields).then(rows => rows.find(row => row.currency === 'USD')?.escrow)
    expect(await usd({ offset: 2, limit: 1 })).toBeUndefined()
    expect(await usd({ offset: 3, limit: 1 })).toBe(10_000)
    expect(await usd({ offset: 9, limit: 1 })).toBe(6_000)
    expect(await usd({ from: '2026-02-01', offset: 9, limit: 1 })).toBe(6_000)
    expect(await usd({ contractId: 'C0001', offset: 1, limit: 1 })).toBeUndefined()
    expect(await usd({ contractId: 'C0001', offset: 2, limit: 1 })).toBe(10_000)
  })

  test('includes what was recorded since the previous query', async () => {
    const growing = await book()
    const [days, page] = [{ from: '2026-02-01' }, { offset: 99 }]
    await broughtForward(growing, days)
    await broughtForward(growing, page)
    await growing.execute(escrowCommandSchema.parse(release('C0001', 1_000, '2026-02-20')))
    await growing.execute(escrowCommandSchema.parse({ type: 'annotate', contractId: 'C0001', entry: 1, note: 'n' }))
    await growing.execute(escrowCommandSchema.parse(opening([30_000], { title: 'Shop', on: '2026-01-15' })))
    await growing.execute(escrowCommandSchema.parse(fund('C0003', '2026-01-16')))
    expect(await broughtForward(growing, days)).toMatchObject([{ currency: 'JPY' }, { escrow: 40_000 }])
    expect(await broughtForward(growing, page)).toMatchObject([{ currency: 'JPY' }, { escrow: 35_000 }])
  })
})

const STEPS = 2_400
const QUESTIONS = 120

async function randomBook(seed: number): Promise<Book> {
  const draws = new Chance(seed)
  const driver = new Driver(FIRST_DAY)
  const book = await openBook(newFolder(), {
    today: () => driver.today,
    now: () => new Date(`${driver.today}T12:00:00Z`),
  })
  for (let step = 0; step < STEPS; step++) {
    const { today, said } = stepFrom(driver, draws.between(0, 2 ** 32 - 1))
    driver.today = today
    const happened = driver.execute(said)
    if (happened.ok) expect(await book.execute(happened.command)).toMatchObject({ ok: true })
  }
  return book
}

async function allRows(book: Book): Promise<readonly LedgerRow[]> {
  const rows: LedgerRow[] = []
  for (let total = 1; rows.length < total; ) {
    const page = await ledgerPage(book, ask({ offset: rows.length }))
    total = page.total
    rows.push(...page.entries.map(({ row }) => row))
  }
  return rows
}

/** The same balances, added up from the postings of all rows. */
function addedUp(rows: readonly LedgerRow[], query: QueryOf<'ledger'>): Record<string, number> {
  const { contractId, offset = 0 } = query
  const [from, to]: [string, string] = [query.from ?? '', query.to ?? '9999']
  const ofContract = rows.filter(row => contractId === undefined || row.contractId === contractId)
  const inPeriod = ofContract.filter(({ on }) => on >= from && on <= to)
  const sums: Record<string, number> = {}
  for (const { postings } of [...ofContract.filter(({ on }) => on < from), ...inPeriod.slice(0, offset)]) {
    for (const { account, currency, amount } of postings)
      if (account.startsWith('escrow')) sums[currency] = (sums[currency] ?? 0) + amount
  }
  return Object.fromEntries(Object.entries(sums).filter(([, escrow]) => escrow !== 0))
}

test.each([11, 12])('of random book %i is the sum of its rows’ postings, in any order of queries', async seed => {
  const book = await randomBook(seed)
  const rows = await allRows(book)
  expect(rows.length).toBeGreaterThan(1_100)
  const days = [...new Set(rows.map(row => row.on))].sort()
  const chance = new Chance(seed)
  for (let question = 0; question < QUESTIONS; question++) {
    const [from, to] = [chance.pick(days), chance.pick(days)].sort()
    const query = ask({
      ...(chance.oneIn(3) && { contractId: chance.pick(rows).contractId }),
      ...(chance.oneIn(2) && { from }),
      ...(chance.oneIn(3) && { to }),
      ...(chance.oneIn(2) && { offset: chance.between(0, rows.length) }),
      limit: chance.between(1, 200),
    })
    const { opening } = await ledgerPage(book, query)
    expect(
      Object.fromEntries(opening.map(({ currency, escrow }) => [currency, escrow])),
      JSON.stringify(query),
    ).toEqual(addedUp(rows, query))
  }
})
