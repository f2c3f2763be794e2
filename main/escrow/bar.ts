import type { BarSegment, BarView } from '../../shared/contract/contract.ts'
import { less, minor, smaller, sum } from '../../shared/money/money.ts'
import { sumOfParts } from './contract/milestones.ts'
import { carryable } from './contract/plan-cost.ts'
import { type ContractState, freeOf, holdersOf } from './contract/state.ts'

/** The order of the segments, left to right. */
const KINDS: readonly BarSegment['kind'][] = ['paid', 'held', 'reserved', 'unallocated', 'refunded', 'to-fund']

/**
 * Cached by state, which never changes in place: lists and totals ask for all contracts' bars after
 * each command, which changes one contract.
 */
const bars = new WeakMap<ContractState, BarView>()

/**
 * The money bar of a contract: the deposits and the amount still to be paid in, which is the plan
 * less the money that escrow carries to it. Carried money is taken off the first planned
 * milestones, since they are funded first. Segments of zero are left out. Minor units.
 */
export function barOf(contract: ContractState): BarView {
  const known = bars.get(contract)
  if (known !== undefined) return known
  const bar = newBarOf(contract)
  bars.set(contract, bar)
  return bar
}

function newBarOf(contract: ContractState): BarView {
  const pending = contract.refundRequest ?? contract.dispute
  return barFrom([
    { kind: 'paid', amount: contract.released },
    ...holdersOf(contract).map(
      ({ id }): BarSegment => ({ kind: 'held', amount: freeOf(contract, id), milestoneId: id }),
    ),
    { kind: 'reserved', amount: sumOfParts(pending?.reserved ?? []) },
    { kind: 'unallocated', amount: freeOf(contract, null) },
    { kind: 'refunded', amount: contract.refunded },
    ...toFund(contract),
  ])
}

/** The sum of bars of one currency: one segment per kind, without milestones. */
export function sumBars(all: readonly BarView[]): BarView {
  const totals: Record<BarSegment['kind'], number> = {
    paid: 0,
    held: 0,
    reserved: 0,
    unallocated: 0,
    refunded: 0,
    'to-fund': 0,
  }
  for (const bar of all) for (const segment of bar.segments) totals[segment.kind] += segment.amount
  return barFrom(KINDS.map(kind => ({ kind, amount: minor(totals[kind]) })))
}

function toFund(contract: ContractState): BarSegment[] {
  let left = carryable(contract)
  return contract.milestones
    .filter(milestone => milestone.status === 'planned')
    .map(({ id, amount }) => {
      const carried = smaller(left, amount)
      left = less(left, carried)
      return { kind: 'to-fund', amount: less(amount, carried), milestoneId: id }
    })
}

function barFrom(all: readonly BarSegment[]): BarView {
  const segments = all.filter(segment => segment.amount > 0)
  return { total: sum(...segments.map(segment => segment.amount)), segments }
}
