import type { BarSegment, BarView } from '../../shared/contract.ts'
import { less, type Minor, smaller, sum, ZERO } from '../../shared/money.ts'
import { sumOfParts } from './milestones.ts'
import { carryable } from './plan-cost.ts'
import { type ContractState, freeOf, holdersOf } from './state.ts'

/** The order of the segments, left to right (look.md, The money bar). */
const KINDS: readonly BarSegment['kind'][] = ['paid', 'held', 'reserved', 'unallocated', 'refunded', 'to-fund']

/**
 * The money bar of a contract: what was deposited and what is still to be paid in, that is the plan less what escrow will carry to it,
 * taken off the first planned milestones, since they are funded first. Segments of zero are left out. Minor units.
 */
export function barOf(contract: ContractState): BarView {
  const pending = contract.refundRequest ?? contract.dispute
  return barFrom([
    { kind: 'paid', amount: contract.released },
    ...holdersOf(contract).map(({ id }): BarSegment => ({ kind: 'held', amount: freeOf(contract, id), milestoneId: id })),
    { kind: 'reserved', amount: sumOfParts(pending?.reserved ?? []) },
    { kind: 'unallocated', amount: freeOf(contract, null) },
    { kind: 'refunded', amount: contract.refunded },
    ...toFund(contract),
  ])
}

/** Bars of one currency together: one segment a kind, so that no milestone is named. */
export function sumBars(bars: readonly BarView[]): BarView {
  const totals = new Map<BarSegment['kind'], Minor>(KINDS.map(kind => [kind, ZERO]))
  for (const bar of bars) for (const { kind, amount } of bar.segments) totals.set(kind, sum(totals.get(kind) ?? ZERO, amount))
  return barFrom([...totals].map(([kind, amount]) => ({ kind, amount })))
}

function toFund(contract: ContractState): BarSegment[] {
  let covered = carryable(contract)
  return contract.milestones
    .filter(milestone => milestone.status === 'planned')
    .map(({ id, amount }) => {
      const carried = smaller(covered, amount)
      covered = less(covered, carried)
      return { kind: 'to-fund', amount: less(amount, carried), milestoneId: id }
    })
}

function barFrom(all: readonly BarSegment[]): BarView {
  const segments = all.filter(segment => segment.amount > 0)
  return { total: sum(...segments.map(segment => segment.amount)), segments }
}
