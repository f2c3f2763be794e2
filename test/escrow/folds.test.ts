import { describe, expect, test } from 'vitest'
import { sumBars } from '../../main/escrow/bar.ts'
import { assertConserved } from '../../main/escrow/contract/conservation.ts'
import type { ContractState } from '../../main/escrow/contract/state.ts'
import { addFlow, flowOf, isNothing, subtractFlow } from '../../main/escrow/flows.ts'
import { mirrored, postingsOf } from '../../main/escrow/postings.ts'
import { rowOf } from '../../main/escrow/view.ts'
import { minor } from '../../shared/money/money.ts'
import { A, approve, B, dispute, fund, opened, refund, release, resolve } from './moves.ts'
import { given, type Step, TODAY, usd } from './scenario.ts'

const policy = { clientFeeBp: 500, freelancerFeeBp: 1_000, contractFee: usd(3), feesRefundable: true }

/** A contract with a bit of everything. */
function lived(): Step {
  const steps: Step[] = []
  given(
    opened([usd(100), usd(80)], policy),
    fund(A),
    release(A, usd(40)),
    fund(B),
    refund(usd(10)),
    approve,
    dispute(usd(30)),
    resolve(usd(20), usd(10)),
    {
      type: 'bonus',
      amount: usd(5),
    },
  )
    .when({ type: 'return-payment', amount: usd(15) })
    .then(step => steps.push(step))
  const [step] = steps
  if (step === undefined) throw new Error('no step')
  return step
}

describe('Folds of the same events', () => {
  test('flows add up to the totals of the contract', () => {
    const { records, facts } = lived()
    const total = records.map(record => flowOf(record.events)).reduce(addFlow)
    expect(total).toEqual({
      deposited: facts?.deposited,
      released: facts?.released,
      refunded: facts?.refunded,
      bonuses: facts?.bonuses,
      returned: facts?.returned,
      clientFee: facts?.fees.client,
      freelancerFee: facts?.fees.freelancer,
      contractFee: facts?.fees.contract,
    })
    expect(isNothing(total)).toBe(false)
    expect(isNothing(subtractFlow(total, total))).toBe(true)
  })

  test('postings reproduce every balance, and their mirror undoes them', () => {
    const { records, facts } = lived()
    const postings = records.flatMap(record => postingsOf(record.events, 'USD'))
    const on = (account: string): number =>
      postings.filter(each => each.account === account).reduce((total, { amount }) => total + amount, 0)
    expect(on('escrow:milestone') + on('escrow:unallocated')).toBe(facts?.escrow)
    expect(on('escrow:unallocated')).toBe(facts?.unallocated)
    expect(on('fees:client')).toBe(facts?.fees.client)
    expect(on('fees:freelancer')).toBe(facts?.fees.freelancer)
    expect(postings.every(each => each.amount !== 0 && each.currency === 'USD')).toBe(true)
    expect(postings.every(each => 'milestoneId' in each === (each.account === 'escrow:milestone'))).toBe(true)
    expect([...postings, ...mirrored(postings)].reduce((total, { amount }) => total + amount, 0)).toBe(0)
    expect(mirrored(postings)[0]?.amount).toBe(-(postings[0]?.amount ?? 0))
  })

  test('a row of the list shows the same stage, bar and first deadline', () => {
    const { contract, facts } = lived()
    if (contract === undefined || facts === undefined) expect.fail('no contract')
    const row = rowOf(contract, TODAY)
    expect(row).toMatchObject({
      id: 'C0001',
      stage: facts.stage,
      bar: facts.bar,
      escrow: facts.escrow,
      nextDeadline: null,
    })
  })

  test('bars of many contracts add up to one, without milestones', () => {
    const { facts } = lived()
    if (facts === undefined) expect.fail('no contract')
    const both = sumBars([facts.bar, facts.bar])
    expect(both.total).toBe(2 * facts.bar.total)
    expect(both.segments.every(segment => segment.milestoneId === undefined)).toBe(true)
    expect(sumBars([])).toEqual({ total: 0, segments: [] })
  })
})

describe('Conservation', () => {
  const state = (): ContractState => {
    const { contract } = lived()
    if (contract === undefined) throw new Error('no contract')
    return contract
  }
  const one = minor(1)
  const withFirst = (contract: ContractState, change: object): ContractState => ({
    ...contract,
    milestones: contract.milestones.map((milestone, index) => (index === 0 ? { ...milestone, ...change } : milestone)),
  })

  test('holds for every contract that the rules made', () => {
    expect(() => assertConserved(state())).not.toThrow()
  })

  test.each<[string, (contract: ContractState) => ContractState, RegExp]>([
    ['a lost deposit', contract => ({ ...contract, deposited: one }), /deposited = released \+ refunded \+ escrow/],
    ['a negative total', contract => ({ ...contract, bonuses: minor(-1) }), /bonuses is -1/],
    [
      'a fee credited twice',
      contract => ({ ...contract, fees: { ...contract.fees, contract: { charged: one, credited: minor(2) } } }),
      /contract fee/,
    ],
    ['money that a milestone lost', contract => withFirst(contract, { funded: one }), /milestone M1: funded/],
    [
      'a sum that does not follow',
      contract => ({ ...contract, sums: { ...contract.sums, planned: one } }),
      /sum of planned/,
    ],
    [
      'a remainder that is not counted',
      contract => ({ ...contract, sums: { ...contract.sums, remainders: minor(7) } }),
      /sum of remainders/,
    ],
    [
      'a surplus that is not counted',
      contract => ({ ...contract, sums: { ...contract.sums, surplus: minor(7) } }),
      /sum of surplus/,
    ],
    ['a holder that is forgotten', contract => ({ ...contract, holding: [] }), /milestones that hold money/],
    ['a total that is no number', contract => ({ ...contract, returned: Number.NaN as never }), /returned is NaN/],
  ])('names %s', (_, broken, message) => {
    expect(() => assertConserved(broken(state()))).toThrow(message)
  })
})
