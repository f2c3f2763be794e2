import type { NamedDeadline } from '../../shared/api/deadlines.ts'
import type { DeadlineView } from '../../shared/contract/contract.ts'
import type { WordKey } from '../../shared/words/catalogue.ts'
import { say } from '../../shared/words/say.ts'
import { type ContractState, milestoneOf } from '../escrow/contract/state.ts'
import { contractNames } from './contract-names.ts'

/** A deadline with its label, in the reader's locale, and its contract's names. */
export function deadlineAnswer(deadline: DeadlineView, contract: ContractState, locale: string): NamedDeadline {
  const { milestoneId, amount } = deadline
  const { title, client, freelancer, currency, decimals } = contract
  const milestone = milestoneId === undefined ? undefined : milestoneOf(contract, milestoneId)?.title
  const params = { amount: { money: amount }, currency, milestone: milestone ?? title, client, freelancer }
  return {
    ...deadline,
    label: say(labelKey(deadline), params, { locale, decimals }),
    contract: contractNames(contract),
    ...(milestone !== undefined && { milestone }),
  }
}

function labelKey({ kind, overdue }: DeadlineView): WordKey {
  return overdue && (kind === 'review' || kind === 'refund') ? `deadline.${kind}.overdue` : `deadline.${kind}`
}
