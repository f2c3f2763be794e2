import { describe, expect, it } from 'vitest'
import { forecastOf } from '../../../../renderer/screens/overview/forecast.ts'
import type { NamedDeadline } from '../../../../shared/api/deadlines.ts'
import type { IsoDate } from '../../../../shared/dates/calendar.ts'
import { minor } from '../../../../shared/money/money.ts'

const TODAY = '2026-11-20' as IsoDate

function deadline(on: string, amount: number, currency = 'USD', offered = true): NamedDeadline {
  return {
    contractId: 'C0001',
    kind: 'refund',
    on: on as IsoDate,
    overdue: on < TODAY,
    amount: minor(amount),
    offers: offered ? { type: 'approve-refund', contractId: 'C0001' } : null,
    label: 'Refunds Acme Ltd',
    contract: {
      title: 'Website',
      client: 'Acme Ltd',
      freelancer: 'Muhammad A.',
      side: 'client',
      currency,
      decimals: 2,
    },
  }
}

describe('the escrow if nobody answers', () => {
  it('changes by its own currency’s deadlines on their days', () => {
    const deadlines = [
      deadline('2026-11-22', 180_000),
      deadline('2026-11-23', 7_500, 'EUR'),
      deadline('2026-11-25', 12_000),
      deadline('2026-11-27', 100, 'USD', false),
    ]
    expect(forecastOf(minor(270_000), 'USD', deadlines, TODAY)).toEqual({
      points: [
        { on: '2026-11-22', escrow: 90_000 },
        { on: '2026-11-25', escrow: 78_000 },
      ],
      moves: 192_000,
      overdue: 0,
      left: 78_000,
      until: '2026-11-25',
      days: 5,
    })
  })

  it('lists what was due before today separately, and shows it today', () => {
    const { points, moves, overdue, left, days } = forecastOf(
      minor(10_000),
      'USD',
      [deadline('2026-11-01', 4_000)],
      TODAY,
    )
    expect({ points, moves, overdue, left, days }).toEqual({
      points: [{ on: TODAY, escrow: 6_000 }],
      moves: 0,
      overdue: 4_000,
      left: 6_000,
      days: 0,
    })
  })
})
