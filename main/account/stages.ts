import type { IsoDate } from '../../shared/dates/calendar.ts'
import { less, type Minor, sum } from '../../shared/money/money.ts'
import { type ContractState, escrowOf } from '../escrow/contract/state.ts'
import { inflowsOf, inReview, onItsWay } from './inflows.ts'
import { type AccountState, ownBalance } from './state.ts'

/** The stages of an account's money on a day, in minor units of its currency. */
export interface AccountStages {
  /** Held and unallocated by the contracts that pay in. */
  readonly inEscrow: Minor
  /** The part of `inEscrow` held by submitted milestones. */
  readonly inReview: Minor
  readonly onItsWay: Minor
  /** The balance less what is on its way; below zero if overdrawn. */
  readonly available: Minor
}

/** The balance of an account with all that its contracts paid in, in minor units. */
export function balanceOf(account: AccountState, linked: readonly ContractState[]): Minor {
  return sum(ownBalance(account), ...linked.map(inflowsOf))
}

/** The stages of an account's money (rules-account.md, Words: Stages). */
export function stagesOf(account: AccountState, linked: readonly ContractState[], today: IsoDate): AccountStages {
  const coming = sum(...linked.map(contract => onItsWay(contract, today)))
  return {
    inEscrow: sum(...linked.map(escrowOf)),
    inReview: sum(...linked.map(inReview)),
    onItsWay: coming,
    available: less(balanceOf(account, linked), coming),
  }
}

/**
 * True for an account that was archived and is still out of use: what changes its balance, and an
 * open contract that pays in, take it out of the archive.
 */
export function isArchived(account: AccountState, linked: readonly ContractState[]): boolean {
  return account.archived && balanceOf(account, linked) === 0 && linked.every(({ status }) => status === 'ended')
}
