import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { linesOf } from '../../../../renderer/screens/ledger/lines.ts'
import type { NamedLedgerRow } from '../../../../shared/api/ledger.ts'
import type { IsoDate } from '../../../../shared/dates/calendar.ts'
import { isBackwards } from '../../../../shared/dates/period.ts'
import { minor } from '../../../../shared/money/money.ts'
import { standInForPage } from '../../outside-a-page.ts'

const posting = (account: NamedLedgerRow['postings'][number]['account'], amount: number) => ({
  account,
  currency: 'USD',
  amount: minor(amount),
})

const row = (entry: number, postings: NamedLedgerRow['postings']): NamedLedgerRow => ({
  entry,
  contractId: 'C0001',
  type: 'fund-milestone',
  on: '2026-11-20' as IsoDate,
  at: '2026-11-20T12:00:00.000Z',
  reference: null,
  note: null,
  escrow: minor(0),
  label: 'Funded Design',
  contract: {
    title: 'Website',
    client: 'Acme Ltd',
    freelancer: 'Muhammad A.',
    side: 'client',
    currency: 'USD',
    decimals: 2,
  },
  postings,
})

const FUNDED = row(2, [posting('client', -42_000), posting('escrow:milestone', 42_000)])
const PAID = row(3, [
  posting('escrow:milestone', -40_000),
  posting('freelancer', 36_000),
  posting('fees:freelancer', 4_000),
])

describe('the lines of the ledger', () => {
  it('run from the balance brought forward to the balance carried down', () => {
    const { lines, entries, out, into, down } = linesOf({ rows: [FUNDED, PAID], forward: minor(1_000) }, 'USD', null)
    expect(lines.map(line => line.escrow)).toEqual([null, 43_000, null, null, 3_000])
    expect({ entries, out, into, down }).toEqual({ entries: 2, out: 82_000, into: 82_000, down: 3_000 })
  })

  it('of one account keep the balance of all accounts', () => {
    const { lines, entries, out, into, down } = linesOf({ rows: [FUNDED, PAID], forward: minor(0) }, 'USD', 'fees')
    expect(lines.map(line => [line.row.entry, line.index, line.escrow])).toEqual([[3, 0, 2_000]])
    expect({ entries, out, into, down }).toEqual({ entries: 1, out: 0, into: 4_000, down: 2_000 })
  })

  it('know their largest figures, for the width of their columns', () => {
    expect(linesOf({ rows: [FUNDED, PAID], forward: minor(1_000) }, 'USD', null).extremes).toEqual({
      entry: 3,
      balances: [1_000, 43_000],
    })
    expect(linesOf({ rows: [], forward: minor(7) }, 'USD', null).extremes).toEqual({ entry: 0, balances: [7, 7] })
  })

  it('have no balance until the balance brought forward is known', () => {
    const { lines, down } = linesOf({ rows: [FUNDED], forward: null }, 'USD', null)
    expect([...lines.map(line => line.escrow), down]).toEqual([null, null, null])
  })
})

describe('the days of a period', () => {
  const today = '2026-01-31' as IsoDate
  let shownDays: typeof import('../../../../renderer/screens/ledger/ledger-choice.ts').shownDays
  beforeAll(async () => {
    standInForPage('en-US')
    shownDays = (await import('../../../../renderer/screens/ledger/ledger-choice.ts')).shownDays
  })
  afterAll(() => void vi.unstubAllGlobals())

  it.each([
    ['this-month', { from: '2026-01-01', to: '2026-01-31' }],
    ['last-month', { from: '2025-12-01', to: '2025-12-31' }],
    ['this-year', { from: '2026-01-01', to: '2026-01-31' }],
    ['last-year', { from: '2025-01-01', to: '2025-12-31' }],
    ['ever', {}],
  ] as const)('%s', (period, days) => {
    expect(shownDays({ period, from: '', to: '' }, today)).toEqual(days)
  })

  it('ends a current period on the day of an entry dated after today, but not after the period', () => {
    const ends = (period: 'this-month' | 'this-year' | 'last-3-months', latest: string) =>
      shownDays({ period, from: '', to: '' }, '2026-12-30' as IsoDate, latest as IsoDate)?.to
    expect(ends('last-3-months', '2027-01-01')).toBe('2027-01-01')
    expect(ends('this-month', '2026-12-31')).toBe('2026-12-31')
    expect(ends('this-month', '2027-01-01')).toBe('2026-12-31')
    expect(ends('this-year', '2027-01-01')).toBe('2026-12-31')
  })

  it('drops no bound that it cannot read, and accepts days in order', () => {
    expect(shownDays({ period: 'chosen', from: '2026-02-30', to: '2026-03-01' }, today)).toBeNull()
    expect(shownDays({ period: 'chosen', from: '', to: '1 mar 2026' }, today)).toEqual({ to: '2026-03-01' })
    expect(isBackwards(shownDays({ period: 'chosen', from: '2026-03-02', to: '2026-03-01' }, today) ?? {})).toBe(true)
  })
})
