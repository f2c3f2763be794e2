import type { ContractNames } from '../../shared/api/contract-names.ts'
import type { ContractState } from '../escrow/contract/state.ts'

/**
 * A state is replaced and never changed; rows that share their names also cross to the page once.
 */
const kept = new WeakMap<ContractState, ContractNames>()

/** The names that a row about a contract carries. */
export function contractNames(contract: ContractState): ContractNames {
  let names = kept.get(contract)
  if (names === undefined) {
    const { title, client, freelancer, side, currency, decimals } = contract
    names = { title, client, freelancer, side, currency, decimals }
    kept.set(contract, names)
  }
  return names
}
