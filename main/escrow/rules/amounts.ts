import type { Refusal } from '../../../shared/contract/refusals.ts'
import { LARGEST_AMOUNT, less, type Minor, sum } from '../../../shared/money/money.ts'
import { type ContractState, escrowOf, freeOf, heldBy, milestoneOf } from '../contract/state.ts'
import { refuse } from './verdict.ts'

/** An amount of a command and the name of its field. */
export interface Given {
  readonly field: string
  readonly amount: Minor
}

/** Refuses the first amount of zero or less (`not-positive`). */
export function mustBePositive(...amounts: readonly Given[]): Refusal | undefined {
  const wrong = amounts.find(given => given.amount <= 0)
  return wrong && refuse('not-positive', {}, { field: wrong.field })
}

/** Refuses the first part of a split below zero (`not-positive`). */
export function mustNotBeNegative(...amounts: readonly Given[]): Refusal | undefined {
  const wrong = amounts.find(given => given.amount < 0)
  return wrong && refuse('not-positive', {}, { variant: 'split', field: wrong.field })
}

/** Refuses the first amount above the limit of all amounts (`amount-too-large`). */
export function mustBeRecordable(...amounts: readonly Given[]): Refusal | undefined {
  const wrong = amounts.find(given => given.amount > LARGEST_AMOUNT)
  return wrong && refuse('amount-too-large', { limit: { money: LARGEST_AMOUNT as Minor } }, { field: wrong.field })
}

/**
 * Refuses an amount that would raise a total above the limit (`amount-too-large`). Each part is
 * within the limit.
 */
export function totalMustBeRecordable(field: string, ...parts: readonly Minor[]): Refusal | undefined {
  if (sum(...parts) <= LARGEST_AMOUNT) return undefined
  return refuse('amount-too-large', { limit: { money: LARGEST_AMOUNT as Minor } }, { variant: 'total', field })
}

/** Refuses the first milestone amount below the policy's minimum (`below-minimum`). */
export function mustReachMinimum(minimum: Minor, ...amounts: readonly Given[]): Refusal | undefined {
  const wrong = amounts.find(given => given.amount < minimum)
  return wrong && refuse('below-minimum', { minimum: { money: minimum } }, { field: wrong.field })
}

/**
 * Refuses more than a milestone holds, or more than is unallocated (`null`), as `exceeds-held`. The
 * sentence for a release names the free amount and suggests a bonus; the one for a request or
 * dispute names the amount held.
 */
export function mustBeHeld(
  contract: ContractState,
  milestoneId: string | null,
  amount: Minor,
  purpose: 'release' | 'request',
): Refusal | undefined {
  const held = heldBy(contract, milestoneId)
  if (amount <= held) return undefined
  const free = freeOf(contract, milestoneId)
  const source = milestoneId === null ? 'unallocated' : 'milestone'
  const state = held === 0 ? 'nothing' : free === 0 ? 'none-free' : free < held ? 'some-reserved' : 'all-free'
  return refuse('exceeds-held', heldParams(contract, milestoneId, amount), {
    variant: purpose === 'request' ? 'request' : `${source}-${state}`,
    field: 'amount',
  })
}

/**
 * Refuses money that a pending refund request reserves (`amount-reserved`), of a milestone or of
 * the unallocated money (`null`).
 */
export function mustBeFree(contract: ContractState, milestoneId: string | null, amount: Minor): Refusal | undefined {
  const free = freeOf(contract, milestoneId)
  if (amount <= free) return undefined
  return refuse('amount-reserved', heldParams(contract, milestoneId, amount), {
    variant: free === 0 ? 'none-free' : 'some-free',
    field: 'amount',
  })
}

/** Refuses more than is in escrow (`exceeds-escrow`). */
export function mustBeInEscrow(contract: ContractState, amount: Minor): Refusal | undefined {
  const escrow = escrowOf(contract)
  if (amount <= escrow) return undefined
  return refuse(
    'exceeds-escrow',
    { escrow: { money: escrow } },
    { variant: escrow === 0 ? 'nothing' : 'some', field: 'amount' },
  )
}

function heldParams(contract: ContractState, milestoneId: string | null, amount: Minor) {
  const held = heldBy(contract, milestoneId)
  const free = freeOf(contract, milestoneId)
  return {
    milestone: milestoneId === null ? '' : (milestoneOf(contract, milestoneId)?.title ?? ''),
    held: { money: held },
    free: { money: free },
    reserved: { money: less(held, free) },
    excess: { money: less(amount, free) },
  }
}
