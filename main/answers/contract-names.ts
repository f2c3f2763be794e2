import type { ContractNames } from '../../shared/api/contract-names.ts'
import type { ContractState } from '../escrow/contract/state.ts'

/**
 * Cached by state, which is replaced and never changed. Rows that share a names object send it to
 * the page only once.
 */
const kept = new WeakMap<ContractState, ContractNames>()

/** The names carried by a row about a contract. */
export function contractNames(contract: ContractState): ContractNames {
  let names = kept.get(contract)
  if (names === undefined) {
    const { title, client, freelancer, side, currency, decimals } = contract
    names = { title, client, freelancer, side, currency, decimals }
    kept.set(contract, names)
  }
  return names
}
