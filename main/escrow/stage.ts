import type { Stage } from '../../shared/contract/contract.ts'
import { type ContractState, holdersOf } from './contract/state.ts'

/** The stage of a contract: the first of `STAGES` that applies. */
export function stageOf(contract: ContractState): Stage {
  if (contract.status === 'ended') return 'ended'
  if (contract.status === 'ending') return 'ending'
  if (contract.dispute !== null) return 'in-dispute'
  if (contract.refundRequest !== null) return 'refund-asked'
  const statuses = new Set(holdersOf(contract).map(milestone => milestone.status))
  if (statuses.has('submitted')) return 'to-review'
  if (statuses.has('funded')) return 'funded'
  return statuses.has('partly-paid') ? 'partly-paid' : 'not-funded'
}
