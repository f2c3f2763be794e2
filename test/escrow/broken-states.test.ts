import { describe, expect, test } from 'vitest'
import { assertMilestoneConserved, assertTotalsConserved } from '../../main/escrow/contract/conservation.ts'
import type { ContractState, MilestoneState } from '../../main/escrow/contract/state.ts'
import { evolve } from '../../main/escrow/evolve.ts'
import { foldEntries } from '../../main/escrow/fold.ts'
import type { Entry, EscrowEvent } from '../../shared/contract/events.ts'
import { minor } from '../../shared/money/money.ts'
import { A, fund, opened, release } from './moves.ts'
import { given, type Step, TODAY, usd } from './scenario.ts'

/** The state after one more step on a contract that holds 90.00 of 100.00. */
function stepOn(): Step {
  let last: Step | undefined
  given(opened([usd(100)], { clientFeeBp: 100 }), fund(A))
    .when(release(A, usd(10)))
    .then(step => {
      last = step
    })
  if (last === undefined) throw new Error('nothing happened')
  return last
}

function state(): ContractState {
  const { contract } = stepOn()
  if (contract === undefined) throw new Error('no contract')
  return contract
}

const entry = (...events: readonly EscrowEvent[]): Entry => ({
  entry: 9,
  contract: 'C0001',
  type: 'release',
  on: TODAY,
  events,
})

describe('A milestone whose money does not add up is detected and named', () => {
  const milestone = (): MilestoneState => state().milestones[0] as MilestoneState
  test.each(['funded', 'released', 'refunded', 'carried', 'held'] as const)('%s below zero', name => {
    expect(() => assertMilestoneConserved('C0001', { ...milestone(), [name]: minor(-1) })).toThrow(
      `contract C0001, milestone M1: ${name} is -1`,
    )
  })
  test.each(['funded', 'released', 'refunded', 'carried', 'held'] as const)('%s one more than it was', name => {
    const broken = { ...milestone(), [name]: minor(milestone()[name] + 1) }
    expect(() => assertMilestoneConserved('C0001', broken)).toThrow(
      'contract C0001, milestone M1: funded = released + refunded + carried + held',
    )
  })
})

describe('Totals that do not add up are detected and named', () => {
  test.each(['unallocated', 'deposited', 'released', 'refunded', 'bonuses', 'returned'] as const)(
    '%s below zero',
    name => {
      expect(() => assertTotalsConserved({ ...state(), [name]: minor(-1) })).toThrow(`contract C0001: ${name} is -1`)
    },
  )
  test.each(['held', 'planned', 'remainders', 'surplus'] as const)('the sum of what is %s below zero', name => {
    expect(() => assertTotalsConserved({ ...state(), sums: { ...state().sums, [name]: minor(-1) } })).toThrow(
      `contract C0001: ${name} is -1`,
    )
  })
  test.each(['unallocated', 'deposited', 'released', 'refunded'] as const)('%s one more than it was', name => {
    expect(() => assertTotalsConserved({ ...state(), [name]: minor(state()[name] + 1) })).toThrow(
      'contract C0001: deposited = released + refunded + escrow',
    )
  })
  test('more of a fee credited than charged', () => {
    const fees = { ...state().fees, client: { charged: minor(100), credited: minor(101) } }
    expect(() => assertTotalsConserved({ ...state(), fees })).toThrow(
      'contract C0001, client fee: charged - credited is -1',
    )
  })
})

describe('Entries that cannot follow are rejected', () => {
  test('a contract that does not begin with its opening', () => {
    expect(() => evolve(undefined, entry({ type: 'refund-declined' }))).toThrow(
      'contract C0001 begins with refund-declined',
    )
  })
  test('an empty opening, and no opening at all', () => {
    expect(() => evolve(undefined, entry())).toThrow('the first entry of contract C0001 is empty')
    expect(() => foldEntries([])).toThrow('no entries to fold')
  })
  test('a second opening', () => {
    const opening = stepOn().records[0]
    if (opening === undefined) throw new Error('no opening')
    expect(() => evolve(state(), opening)).toThrow('contract C0001 is opened twice')
  })
  test('an event of an unknown milestone', () => {
    const removed = { type: 'milestone-removed', milestoneId: 'M7', title: 'G' } as const
    const submitted = { type: 'work-submitted', milestoneId: 'M7', deadline: null } as const
    for (const event of [removed, submitted])
      expect(() => evolve(state(), entry(event))).toThrow('contract C0001 has no milestone M7')
  })
  test('a reversal, which is folded by leaving entries out', () => {
    expect(() => evolve(state(), entry({ type: 'entry-reversed', entry: 2 }))).toThrow(
      'a reversal is folded by leaving out entry 2',
    )
  })
  test('a release of more than is held', () => {
    const tooMuch = {
      type: 'released',
      milestoneId: A,
      amount: minor(usd(91)),
      fee: minor(0),
      available: null,
    } as const
    expect(() => evolve(state(), entry(tooMuch))).toThrow('contract C0001, milestone M1: held is -100')
  })
})
