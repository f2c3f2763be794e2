import type { EscrowPart } from '../../../shared/contract/events.ts'
import { less, type Minor, smaller } from '../../../shared/money/money.ts'
import { type ContractState, holdersOf } from '../contract/state.ts'

/**
 * The money a refund of `amount` takes: of the named milestone; without one, unallocated first,
 * then the milestones in the order of the plan.
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
 * The money a dispute about `amount` takes: of the named milestone; without one, the milestones in
 * the order of the plan, then unallocated.
 */
export function reserveForDispute(
  contract: ContractState,
  milestoneId: string | null,
  amount: Minor,
): readonly EscrowPart[] {
  if (milestoneId !== null) return [{ milestoneId, amount }]
  return takenFrom([...heldParts(contract), unallocatedPart(contract)], amount)
}

/** `amount` (minor units) from the front of parts; none of zero. */
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

/** What is left of parts without `amount` from their front; none of zero. */
export function restOf(parts: readonly EscrowPart[], amount: Minor): readonly EscrowPart[] {
  const taken = takenFrom(parts, amount)
  return parts
    .map((part, place) => ({
      milestoneId: part.milestoneId,
      amount: less(part.amount, taken[place]?.amount ?? (0 as Minor)),
    }))
    .filter(part => part.amount > 0)
}

function unallocatedPart(contract: ContractState): EscrowPart {
  return { milestoneId: null, amount: contract.unallocated }
}

function heldParts(contract: ContractState): EscrowPart[] {
  return holdersOf(contract).map(milestone => ({ milestoneId: milestone.id, amount: milestone.held }))
}
