import { describe, expect, test } from 'vitest'
import { reportOf } from '../../main/queries/report.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import { ask, contractIds } from './asked.ts'
import { bookAfter, fund, opening, release } from './open-book.ts'

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

  test('count each fee on its day, on the side that keeps the contract, and leave out reversed entries', async () => {
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

  test('of all time equal those of a period that covers everything, even after new entries or an undo', async () => {
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

  test('are grouped by contract or party with the largest first, limited to the requested days and currency', async () => {
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

  test('and the filter by client match party names as the rules do, including ß and SS', async () => {
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
    expect(contractIds(book, { client: 'strasse' })).toEqual(['C0002', 'C0001'])
  })
})
