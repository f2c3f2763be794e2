import { describe, expect, it } from 'vitest'
import { planOf } from '../../../../main/queries/plan.ts'
import {
  depositsOf,
  leftOf,
  optionsToShow,
  rowsOf,
  stepIn,
  titlesOf,
  totalsOf,
} from '../../../../renderer/screens/planner/option-steps.ts'
import type { PlanWay } from '../../../../shared/api/plan.ts'
import type { IsoDate } from '../../../../shared/dates/calendar.ts'
import { minor } from '../../../../shared/money/money.ts'

function ways(amount: number, milestones: readonly number[]): readonly PlanWay[] {
  const outcome = planOf(
    {
      type: 'plan',
      amount: minor(amount),
      currency: 'USD',
      milestones: milestones.map(each => ({ amount: minor(each) })),
    },
    '2026-11-20' as IsoDate,
    'en',
  )
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.ways
}

const byId = (all: readonly PlanWay[], id: PlanWay['id']): PlanWay => all.find(way => way.id === id) as PlanWay

describe('the ways to pay, row by row', () => {
  it('answer the main example: 350 in once pays for 100, 150 and 100', () => {
    const all = ways(35_000, [10_000, 15_000, 10_000])
    const way = byId(all, 'all-at-once')
    const rows = rowsOf(3, all)
    expect(rows.map(row => `${row.kind} ${row.milestone}`)).toEqual([
      'fund 0',
      'pay 0',
      'fund 1',
      'pay 1',
      'fund 2',
      'pay 2',
    ])
    expect(rows.map(row => stepIn(way, row)?.cash)).toEqual([35_000, 0, 0, 0, 0, 0])
    expect(totalsOf(way)).toEqual({ cash: 35_000, fees: 0, deposits: 1, firstDay: 35_000, peak: 35_000, ahead: 25_000 })
    expect([...titlesOf(all, ['A', 'B', 'C']).values()]).toEqual(['A', 'B', 'C'])
    expect(leftOf(way)).toBe(0)
  })

  it('refund what is left in a row of its own', () => {
    const all = ways(40_000, [10_000, 15_000, 10_000])
    const way = byId(all, 'all-at-once')
    const last = rowsOf(3, all).at(-1)
    expect(last?.kind).toBe('refund')
    expect(last && stepIn(way, last)?.cash).toBe(-5_000)
    expect(last && stepIn(byId(all, 'each'), last)).toBeUndefined()
    expect(leftOf(way)).toBe(5_000)
  })

  it('leave two deposits out if that equals each milestone in turn', () => {
    const all = ways(25_000, [10_000, 15_000])
    expect(optionsToShow(all).map(way => way.id)).toEqual(['each', 'all-at-once'])
    expect(depositsOf(byId(all, 'two-deposits'))).toEqual([
      { milestone: 0, amount: 10_000 },
      { milestone: 1, amount: 15_000 },
    ])
  })

  it('have no totals if a way is not possible', () => {
    expect(totalsOf(byId(ways(5_000, [10_000, 15_000]), 'all-at-once'))).toBeUndefined()
  })
})
