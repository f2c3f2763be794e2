import type { DeadlineOffer, DeadlineView } from '../../shared/contract/contract.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { type ContractState, freeOf, holdersOf, type MilestoneState } from './contract/state.ts'

/**
 * The deadlines of a contract, by day. An automatic action of the platform is offered as a command
 * for the free amount: the book never moves money on its own. A due date counts until the work is
 * submitted, money on its way until it arrives. Amounts in minor units.
 */
export function deadlinesOf(contract: ContractState, today: IsoDate): DeadlineView[] {
  const { id: contractId, refundRequest, dispute } = contract
  const found: Omit<DeadlineView, 'contractId' | 'overdue'>[] = []
  for (const milestone of holdersOf(contract))
    if (milestone.reviewDeadline !== null) found.push(reviewOf(contract, milestone, milestone.reviewDeadline))
  if (refundRequest !== null && refundRequest.deadline !== null) {
    found.push({
      kind: 'refund',
      on: refundRequest.deadline,
      amount: refundRequest.amount,
      offers: { type: 'approve-refund', contractId },
    })
  }
  if (dispute !== null && dispute.deadline !== null)
    found.push({ kind: 'dispute', on: dispute.deadline, amount: dispute.amount, offers: null })
  for (const { on, amount } of contract.onItsWay)
    if (on >= today) found.push({ kind: 'available', on, amount, offers: null })
  for (const { id, due, status, amount } of contract.milestones) {
    if (due !== null && (status === 'planned' || status === 'funded'))
      found.push({ kind: 'due', milestoneId: id, on: due, amount, offers: null })
  }
  return found
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(deadline => ({ contractId, ...deadline, overdue: deadline.on < today }))
}

function reviewOf(
  contract: ContractState,
  { id: milestoneId }: MilestoneState,
  on: IsoDate,
): Omit<DeadlineView, 'contractId' | 'overdue'> {
  const amount = freeOf(contract, milestoneId)
  const offers: DeadlineOffer = { type: 'release', contractId: contract.id, milestoneId, amount }
  // A dispute blocks all of escrow, also the money it is not about.
  return { kind: 'review', milestoneId, on, amount, offers: amount > 0 && contract.dispute === null ? offers : null }
}
