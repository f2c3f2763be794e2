import type { ContractView } from '../contract/contract.ts'

/**
 * The names carried by a row about one of many contracts: title and parties, with the currency of
 * its amounts.
 */
export type ContractNames = Pick<ContractView, 'title' | 'client' | 'freelancer' | 'side' | 'currency' | 'decimals'>
