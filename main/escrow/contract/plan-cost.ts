import type { Warning } from '../../../shared/contract/refusals.ts'
import { atLeastZero, less, type Minor, sum } from '../../../shared/money/money.ts'
import type { ContractState } from './state.ts'

/** The money that escrow will carry to planned milestones (rules.md, Plan and budget). */
export function carryable(contract: ContractState): Minor {
  const { remainders, surplus } = contract.sums
  return contract.policy.funding === 'one' ? sum(contract.unallocated, remainders, surplus) : contract.unallocated
}

/** The cost of the plan: money paid in and not refunded, and money still to be paid in. */
function planCost(contract: ContractState): Minor {
  return sum(less(contract.deposited, contract.refunded), atLeastZero(less(contract.sums.planned, carryable(contract))))
}

/**
 * The warning `over-budget` if a command raises the cost of the plan above the budget, or further.
 */
export function budgetWarnings(before: ContractState | undefined, after: ContractState): readonly Warning[] {
  const { budget } = after
  if (budget === null) return []
  const cost = planCost(after)
  if (cost <= budget) return []
  if (before !== undefined && budget === before.budget && cost <= planCost(before)) return []
  return [
    {
      code: 'over-budget',
      params: { cost: { money: cost }, budget: { money: budget }, over: { money: less(cost, budget) } },
    },
  ]
}
