import type { EscrowPart } from '../../../shared/contract/events.ts'
import { less, type Minor, smaller } from '../../../shared/money/money.ts'
import { type ContractState, holdersOf } from '../contract/state.ts'

/**
 * The money that a refund of `amount` takes: from the given milestone; if there is none, from
 * unallocated money, then from the milestones in the order of the plan.
 */
export function reserveForRefund(
  contract: ContractState,
  milestoneId: string | null,
  amount: Minor,
): readonly EscrowPart[] {
  if (milestoneId !== null) return [{ milestoneId, amount }]
  return takenFrom([unallocatedPart(contract), ...heldParts(contract)], amount)
}

/**
 * The money that a dispute about `amount` takes: from the given milestone; if there is none, from
 * the milestones in the order of the plan, then from unallocated money.
 */
export function reserveForDispute(
  contract: ContractState,
  milestoneId: string | null,
  amount: Minor,
): readonly EscrowPart[] {
  if (milestoneId !== null) return [{ milestoneId, amount }]
  return takenFrom([...heldParts(contract), unallocatedPart(contract)], amount)
}

/** The first `amount` (minor units) of parts, without parts of zero. */
export function takenFrom(parts: readonly EscrowPart[], amount: Minor): readonly EscrowPart[] {
  const taken: EscrowPart[] = []
  let left = amount
  for (const part of parts) {
    const share = smaller(part.amount, left)
    if (share > 0) taken.push({ milestoneId: part.milestoneId, amount: share })
    left = less(left, share)
  }
  return taken
}

/** The rest of parts after their first `amount`, without parts of zero. */
export function restOf(parts: readonly EscrowPart[], amount: Minor): readonly EscrowPart[] {
  const taken = takenFrom(parts, amount)
  return parts
    .map((part, index) => ({
      milestoneId: part.milestoneId,
      amount: less(part.amount, taken[index]?.amount ?? (0 as Minor)),
    }))
    .filter(part => part.amount > 0)
}

function unallocatedPart(contract: ContractState): EscrowPart {
  return { milestoneId: null, amount: contract.unallocated }
}

function heldParts(contract: ContractState): EscrowPart[] {
  return holdersOf(contract).map(milestone => ({ milestoneId: milestone.id, amount: milestone.held }))
}
