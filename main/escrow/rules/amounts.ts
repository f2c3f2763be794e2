import type { Refusal } from '../../../shared/contract/refusals.ts'
import { LARGEST_AMOUNT, less, type Minor, sum } from '../../../shared/money/money.ts'
import { type ContractState, escrowOf, freeOf, heldBy, milestoneOf } from '../contract/state.ts'
import { refuse } from './verdict.ts'

/** An amount of a command and the field it was given in. */
export interface Given {
  readonly field: string
  readonly amount: Minor
}

/** Refuses the first amount that is zero or less (`not-positive`). */
export function mustBePositive(...amounts: readonly Given[]): Refusal | undefined {
  const wrong = amounts.find(given => given.amount <= 0)
  return wrong && refuse('not-positive', {}, { field: wrong.field })
}

/** Refuses the first part of a split that is less than zero (`not-positive`). */
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
 * Refuses what would take a total above the limit (`amount-too-large`). The parts have been checked
 * alone.
 */
export function totalMustBeRecordable(field: string, ...parts: readonly Minor[]): Refusal | undefined {
  if (sum(...parts) <= LARGEST_AMOUNT) return undefined
  return refuse('amount-too-large', { limit: { money: LARGEST_AMOUNT as Minor } }, { variant: 'total', field })
}

/** Refuses the first milestone amount under the policy's minimum (`below-minimum`). */
export function mustReachMinimum(minimum: Minor, ...amounts: readonly Given[]): Refusal | undefined {
  const wrong = amounts.find(given => given.amount < minimum)
  return wrong && refuse('below-minimum', { minimum: { money: minimum } }, { field: wrong.field })
}

/**
 * Refuses more than a milestone holds, or than is unallocated (`null`) (`exceeds-held`). The
 * sentence of a release speaks of the free amount, with a bonus as the way out; that of a request
 * or dispute of what is held.
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
 * Refuses what a pending refund request speaks of (`amount-reserved`), of a milestone or of the
 * unallocated (`null`).
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
