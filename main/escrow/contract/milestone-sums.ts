import { atLeastZero, less, type Minor, sum, ZERO } from '../../../shared/money/money.ts'
import type { MilestoneState, MilestoneSums } from './state.ts'

/** The sums of a contract without milestones. */
export const NO_SUMS: MilestoneSums = { held: ZERO, planned: ZERO, remainders: ZERO, surplus: ZERO }

/** The share of one milestone in the sums of its contract. */
export function sumsOf(milestone: MilestoneState): MilestoneSums {
  const { status, held, amount } = milestone
  return {
    held,
    planned: status === 'planned' ? amount : ZERO,
    remainders: status === 'partly-paid' ? held : ZERO,
    surplus: status === 'funded' || status === 'submitted' ? surplusOf(milestone) : ZERO,
  }
}

/** The total of two sums. */
export function addSums(one: MilestoneSums, other: MilestoneSums): MilestoneSums {
  return {
    held: sum(one.held, other.held),
    planned: sum(one.planned, other.planned),
    remainders: sum(one.remainders, other.remainders),
    surplus: sum(one.surplus, other.surplus),
  }
}

/** A sum without a part of it. */
export function subtractSums(whole: MilestoneSums, part: MilestoneSums): MilestoneSums {
  return {
    held: less(whole.held, part.held),
    planned: less(whole.planned, part.planned),
    remainders: less(whole.remainders, part.remainders),
    surplus: less(whole.surplus, part.surplus),
  }
}

/** The money that a funded or submitted milestone holds beyond its planned amount. */
function surplusOf(milestone: MilestoneState): Minor {
  const stillPlanned = atLeastZero(less(milestone.plannedAmount, milestone.released))
  return atLeastZero(less(milestone.held, stillPlanned))
}
