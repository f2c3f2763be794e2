import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escrowOf } from '../../main/escrow/contract/state.ts'
import { planOf } from '../../main/queries/plan.ts'
import type { PlanWay } from '../../shared/api/plan.ts'
import { type QueryInput, type QueryOf, querySchema } from '../../shared/api/queries.ts'
import { type EscrowCommandInput, escrowCommandSchema } from '../../shared/contract/commands.ts'
import { isoDate } from '../../shared/dates/calendar.ts'
import { bookAfter } from './open-book.ts'

const TODAY = isoDate('2026-03-01')
type PlanInput = Omit<Extract<QueryInput, { type: 'plan' }>, 'type' | 'currency'> & { currency?: string }

function plan(input: PlanInput) {
  if (TODAY === undefined) throw new Error('no day')
  return planOf(querySchema.parse({ type: 'plan', currency: 'USD', ...input }) as QueryOf<'plan'>, TODAY, 'en-US')
}
function ways(input: PlanInput): Record<PlanWay['id'], PlanWay> {
  const outcome = plan(input)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return Object.fromEntries(outcome.value.ways.map(way => [way.id, way])) as Record<PlanWay['id'], PlanWay>
}
const column = (way: PlanWay, name: 'deposit' | 'carried' | 'released' | 'escrow' | 'cash' | 'atRisk' | 'fees') =>
  way.steps.slice(1).map(step => step[name])
const seed = { amount: 35_000, milestones: [{ amount: 10_000 }, { amount: 15_000 }, { amount: 10_000 }] }

describe('the main example’s question: 350 in once for 100, 150 and 100', () => {
  test('everything in the first milestone takes one deposit and carries the remainder over', () => {
    const way = ways(seed)['all-at-once']
    expect(way).toMatchObject({ possible: true, deposits: 1, peak: 35_000 })
    expect(column(way, 'deposit')).toEqual([35_000, 0, 0, 0, 0, 0])
    expect(column(way, 'carried')).toEqual([0, 0, 15_000, 0, 10_000, 0])
    expect(column(way, 'released')).toEqual([0, 10_000, 0, 15_000, 0, 10_000])
    expect(column(way, 'escrow')).toEqual([35_000, 25_000, 25_000, 10_000, 10_000, 0])
    expect(column(way, 'cash')).toEqual([35_000, 35_000, 35_000, 35_000, 35_000, 35_000])
    expect(column(way, 'atRisk')).toEqual([25_000, 25_000, 10_000, 10_000, 0, 0])
  })

  test('funding each milestone in turn puts nothing at risk beyond the work in hand', () => {
    const way = ways(seed).each
    expect(way).toMatchObject({ possible: true, deposits: 3, peak: 15_000 })
    expect(column(way, 'deposit')).toEqual([10_000, 0, 15_000, 0, 10_000, 0])
    expect(column(way, 'cash')).toEqual([10_000, 10_000, 25_000, 25_000, 35_000, 35_000])
    expect(Math.max(...column(way, 'atRisk'))).toBe(0)
  })

  test('two deposits are split so that the larger one is as small as possible', () => {
    const way = ways(seed)['two-deposits']
    expect(way).toMatchObject({ possible: true, deposits: 2, peak: 25_000 })
    expect(column(way, 'deposit')).toEqual([25_000, 0, 0, 0, 10_000, 0])
  })
})

test('four milestones or more can also be paid in with three deposits', () => {
  const way = ways({ amount: 50_000, milestones: [20_000, 5_000, 15_000, 10_000].map(amount => ({ amount })) })[
    'three-deposits'
  ]
  expect(way).toMatchObject({ possible: true, deposits: 3, peak: 20_000 })
  expect(column(way, 'deposit')).toEqual([20_000, 0, 20_000, 0, 0, 0, 10_000, 0])
  expect(Object.keys(ways(seed))).toEqual(['each', 'all-at-once', 'two-deposits'])
})

test('what is left over at the end is refunded when the contract ends', () => {
  const way = ways({ amount: 40_000, milestones: [{ amount: 10_000 }, { amount: 15_000 }] })['all-at-once']
  expect(way.steps.at(-1)).toMatchObject({ command: { type: 'approve-refund' }, escrow: 0, cash: 25_000 })
})

test('money that does not cover everything is topped up with the deposit of the milestone that lacks it', () => {
  const way = ways({ amount: 20_000, milestones: [{ amount: 10_000 }, { amount: 15_000 }, { amount: 10_000 }] })[
    'all-at-once'
  ]
  expect(column(way, 'deposit')).toEqual([20_000, 0, 5_000, 0, 10_000, 0])
  expect(way.deposits).toBe(3)
})

test('fees are charged on each deposit and counted in the cash that is paid', () => {
  const policy = { clientFeeBp: 500, freelancerFeeBp: 1_000, contractFee: 495 }
  const way = ways({ ...seed, policy })['all-at-once']
  expect(column(way, 'fees')).toEqual([1_750 + 495, 1_000, 0, 1_500, 0, 1_000])
  expect(way.steps.at(-1)?.cash).toBe(35_000 + 1_750 + 495)
})

test('a way that a rule refuses is not possible, and has the reason', () => {
  const way = ways({ amount: 1_000, milestones: [{ amount: 499 }, { amount: 501 }] }).each
  expect(way).toMatchObject({ possible: false, steps: [] })
  expect(way.reason).toMatch(/5\.00/)
})

test('if many milestones may be funded at once, nothing is carried over and only funding each on its own is possible', () => {
  const all = ways({ ...seed, policy: { funding: 'many' } })
  expect(all.each.possible).toBe(true)
  expect(all['all-at-once']).toMatchObject({ possible: false, steps: [] })
  expect(all['two-deposits'].reason).toMatch(/side by side/)
})

test('an amount that does not cover the first milestone cannot be paid in at once', () => {
  expect(ways({ ...seed, amount: 9_999 })['all-at-once'].reason).toBe(
    '99.99 does not cover the first milestone of 100.00. Start with at least 100.00.',
  )
})

test.each([
  [{ ...seed, currency: 'XYZ' }, 'unknown-currency', 'currency'],
  [{ ...seed, amount: 0 }, 'not-positive', 'amount'],
  [{ amount: 100, milestones: [{ amount: 1e15 }] }, 'amount-too-large', 'milestones.0.amount'],
])('a plan that no contract could have is refused: %j', (input, code, field) => {
  expect(plan(input)).toMatchObject({ ok: false, refusal: { code, field } })
})

test('rules with an amount that no book can record make every way impossible, with the reason', () => {
  const { each } = ways({ ...seed, policy: { minimum: 1e300 } })
  expect(each).toMatchObject({ possible: false, steps: [] })
  expect(each.reason).toMatch(/10,000,000,000\.00/)
})

test('every way matches the book: its steps, executed in a real book, give the planned figures after each step', async () => {
  const book = await bookAfter()
  const policies = fc.constantFrom(
    {},
    { funding: 'many' as const },
    { clientFeeBp: 550, freelancerFeeBp: 2_000, contractFee: 2_900, feesRefundable: true },
  )
  const amounts = fc.array(fc.integer({ min: 500, max: 50_000 }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(amounts, fc.integer({ min: 500, max: 200_000 }), policies, async (milestones, amount, policy) => {
      for (const way of Object.values(
        ways({ amount, milestones: milestones.map(each => ({ amount: each })), policy }),
      )) {
        let contractId = ''
        for (const { command, escrow, deposit, carried, released } of way.steps) {
          const given = { ...command, ...('contractId' in command && { contractId }) } as EscrowCommandInput
          const before = book.contract(contractId)
          const recorded = await book.execute(escrowCommandSchema.parse(given))
          if (!recorded.ok) throw new Error(`${command.type} of ${way.id}: ${recorded.refusal.code}`)
          contractId ||= recorded.contractIds[0] ?? ''
          const after = book.contract(contractId)
          if (after === undefined) throw new Error('no contract')
          expect({
            escrow: escrowOf(after),
            deposit: after.deposited - (before?.deposited ?? 0),
            carried: recorded.value.carried ?? 0,
            released: after.released - (before?.released ?? 0),
          }).toEqual({ escrow, deposit, carried, released })
        }
        if (way.possible)
          expect(book.contract(contractId)?.released).toBe(milestones.reduce((total, each) => total + each, 0))
      }
    }),
    { numRuns: 15 },
  )
})
