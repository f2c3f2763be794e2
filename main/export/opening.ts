import type { Posting } from '../../shared/api/ledger.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { type Minor, sum, ZERO } from '../../shared/money/money.ts'
import type { ContractState } from '../escrow/contract/state.ts'

/**
 * The escrow of one contract at the start of a period, by account: a milestone's id, or `null` for
 * unallocated money. Minor units, without zeros.
 */
export interface OpeningBalance {
  readonly contract: ContractState
  readonly parts: ReadonlyMap<string | null, Minor>
}

/** The escrow at the start of a period, needed for later balance assertions to hold. */
export interface Opening {
  readonly on: IsoDate
  readonly balances: readonly OpeningBalance[]
}

/** The opening balance of one account of a contract's escrow, as a posting to it. */
export function openingPosting({ currency }: ContractState, part: string | null, amount: Minor): Posting {
  return part === null
    ? { account: 'escrow:unallocated', currency, amount }
    : { account: 'escrow:milestone', milestoneId: part, currency, amount }
}

/**
 * Running balances of escrow accounts in minor units: contracts by id, their milestones by id,
 * unallocated money by `null`.
 */
export class EscrowBalances {
  readonly #balances = new Map<string, Map<string | null, Minor>>()

  /**
   * Adds a posting and returns the balance of its account after it; undefined for an account that
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

  /** The balances of a contract's accounts, without zeros. */
  of(contractId: string): ReadonlyMap<string | null, Minor> {
    return new Map([...(this.#balances.get(contractId) ?? [])].filter(([, balance]) => balance !== 0))
  }
}
