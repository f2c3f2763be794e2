import { type ContractState, escrowOf, freeOf, heldBy } from '../../main/escrow/contract/state.ts'
import { LARGEST_AMOUNT } from '../../shared/money/money.ts'
import type { Chance } from './chance.ts'

/**
 * Every amount of a contract at which a rule changes: of a milestone, or of the unallocated money
 * (`null`). Minor units.
 */
function limitsOf(contract: ContractState, milestoneId: string | null): number[] {
  const milestone = contract.milestones.find(each => each.id === milestoneId)
  return [
    heldBy(contract, milestoneId),
    freeOf(contract, milestoneId),
    escrowOf(contract),
    contract.unallocated,
    contract.policy.minimum,
    milestone?.amount ?? contract.policy.minimum,
    contract.released + contract.bonuses - contract.returned,
    contract.budget ?? LARGEST_AMOUNT,
    contract.refundRequest?.amount ?? contract.dispute?.amount ?? 1,
    LARGEST_AMOUNT - contract.deposited,
  ]
}

/** An amount up to `most`: all of it, almost all, or part. */
export function upTo(most: number, chance: Chance): number {
  if (most < 1) return chance.between(1, 1_000)
  return chance.weighted<() => number>([
    [4, () => most],
    [5, () => chance.between(1, most)],
    [1, () => Math.max(1, most - 1)],
    [1, () => 1],
  ])()
}

/** An amount that tests the rules: on a limit, next to it, zero, negative, too large. */
export function doubtfulAmount(contract: ContractState, milestoneId: string | null, chance: Chance): number {
  return chance.weighted<() => number>([
    [12, () => chance.pick(limitsOf(contract, milestoneId)) + chance.between(-1, 1)],
    [1, () => chance.pick([0, -1, -LARGEST_AMOUNT])],
    [1, () => LARGEST_AMOUNT + chance.between(0, 1)],
    [2, () => chance.between(1, 100_000)],
  ])()
}

/**
 * An amount to plan or fund a milestone with: mostly modest, sometimes as large as the book allows.
 */
export function plannedAmount(minimum: number, chance: Chance): number {
  return chance.weighted<() => number>([
    [4, () => minimum],
    [30, () => minimum + chance.between(0, 50_000)],
    [10, () => minimum * chance.between(1, 50)],
    [1, () => minimum - 1],
    [1, () => chance.pick([LARGEST_AMOUNT, LARGEST_AMOUNT / 2, LARGEST_AMOUNT - 1, LARGEST_AMOUNT + 1])],
  ])()
}
