import type { ContractView } from '../contract/contract.ts'

/**
 * The names that a row about one of many contracts carries: its title and parties, with the
 * currency its amounts are in.
 */
export type ContractNames = Pick<ContractView, 'title' | 'client' | 'freelancer' | 'side' | 'currency' | 'decimals'>
