import type { Posting } from '../../shared/api/ledger.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { type Minor, sum, ZERO } from '../../shared/money/money.ts'
import type { ContractState } from '../escrow/contract/state.ts'

/**
 * What one contract has in escrow when a period begins, by account: a milestone's id, or `null` for
 * unallocated money. Minor units, none of zero.
 */
export interface OpeningBalance {
  readonly contract: ContractState
  readonly parts: ReadonlyMap<string | null, Minor>
}

/** What is in escrow at the beginning of a period, so that the assertions of what follows hold. */
export interface Opening {
  readonly on: IsoDate
  readonly balances: readonly OpeningBalance[]
}

/** What one account of a contract's escrow begins a period with, as a posting to it. */
export function openingPosting({ currency }: ContractState, part: string | null, amount: Minor): Posting {
  return part === null
    ? { account: 'escrow:unallocated', currency, amount }
    : { account: 'escrow:milestone', milestoneId: part, currency, amount }
}

/**
 * Running balances of escrow accounts, in minor units: of contracts by id, of their milestones by
 * id, of unallocated money by `null`.
 */
export class EscrowBalances {
  readonly #balances = new Map<string, Map<string | null, Minor>>()

  /**
   * Takes a posting in and gives the balance of its account after it; undefined for an account that
   * is not escrow.
   */
  post(contractId: string, { account, milestoneId, amount }: Posting): Minor | undefined {
    if (account !== 'escrow:milestone' && account !== 'escrow:unallocated') return undefined
    let parts = this.#balances.get(contractId)
    if (parts === undefined) {
      parts = new Map()
      this.#balances.set(contractId, parts)
    }
    const part = milestoneId ?? null
    const balance = sum(parts.get(part) ?? ZERO, amount)
    parts.set(part, balance)
    return balance
  }

  /** What a contract has on each of its accounts, those of zero left out. */
  of(contractId: string): ReadonlyMap<string | null, Minor> {
    return new Map([...(this.#balances.get(contractId) ?? [])].filter(([, balance]) => balance !== 0))
  }
}
