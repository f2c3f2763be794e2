import type { Refusal } from '../../../shared/contract/refusals.ts'
import { type ContractState, holdersOf, type MilestoneState } from '../contract/state.ts'
import { refuse } from './verdict.ts'

/** Refuses a contract that has ended (`contract-ended`). */
export function mustNotHaveEnded(contract: ContractState): Refusal | undefined {
  return contract.status === 'ended' ? refuse('contract-ended', { contract: contract.title }) : undefined
}

/** Refuses a contract that has ended or is ending (`contract-ended`, `contract-ending`). */
export function mustBeOpen(contract: ContractState): Refusal | undefined {
  return contract.status === 'ending'
    ? refuse('contract-ending', { contract: contract.title })
    : mustNotHaveEnded(contract)
}

/**
 * Refuses while a dispute is open (`dispute-open`): nothing in escrow moves until it is resolved.
 */
export function mustNotBeDisputed(contract: ContractState): Refusal | undefined {
  return contract.dispute === null ? undefined : refuse('dispute-open', { amount: { money: contract.dispute.amount } })
}

/** Refuses while a refund request is pending (`refund-pending`). */
export function mustHaveNoRequest(contract: ContractState): Refusal | undefined {
  return contract.refundRequest === null
    ? undefined
    : refuse('refund-pending', { amount: { money: contract.refundRequest.amount } })
}

/**
 * Refuses a milestone past planned (`milestone-not-planned`); `purpose` picks the hint of the
 * refusal.
 */
export function mustBePlanned(
  milestone: MilestoneState,
  purpose: 'fund' | 'amount' | 'move' | 'remove',
): Refusal | undefined {
  if (milestone.status === 'planned') return undefined
  const field = purpose === 'amount' ? { field: 'amount' } : {}
  return refuse('milestone-not-planned', { milestone: milestone.title }, { variant: purpose, ...field })
}

/**
 * Refuses a milestone that holds nothing (`milestone-not-funded`): nothing to submit, release,
 * refund or dispute.
 */
export function mustHoldMoney(milestone: MilestoneState | undefined): Refusal | undefined {
  if (milestone === undefined || milestone.held > 0) return undefined
  return refuse('milestone-not-funded', { milestone: milestone.title }, { variant: milestone.status })
}

/**
 * Refuses funding a second milestone if the policy allows one at a time
 * (`milestone-already-funded`); a partly-paid milestone does not block it.
 */
export function mustBeTheOnlyOne(contract: ContractState, milestone: MilestoneState): Refusal | undefined {
  if (contract.policy.funding === 'many') return undefined
  const other = holdersOf(contract).find(
    each => each.id !== milestone.id && (each.status === 'funded' || each.status === 'submitted'),
  )
  if (other === undefined) return undefined
  const variant = contract.policy.refundOnlyAtEnd ? `${other.status}-no-refund` : other.status
  return refuse('milestone-already-funded', { other: other.title, milestone: milestone.title }, { variant })
}
