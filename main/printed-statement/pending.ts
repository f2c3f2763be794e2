import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { StatementPending } from '../../shared/printed-statement/printed-statement.ts'
import { type ContractState, freeOf, holdersOf, milestoneOf, type PendingState } from '../escrow/contract/state.ts'

/**
 * The open items of a contract: pending answers, payments on their way, money in escrow that nobody
 * has requested, and milestones to fund.
 */
export function pendingOf(contract: ContractState, today: IsoDate): readonly StatementPending[] {
  const { refundRequest, dispute, status, milestones, onItsWay } = contract
  const asked = (kind: 'refund' | 'dispute', pending: PendingState | null): StatementPending[] =>
    pending === null
      ? []
      : [{ kind, on: pending.deadline, amount: pending.amount, ...named(contract, pending.milestoneId) }]
  const held = holdersOf(contract).map(({ id, title, status: stage, reviewDeadline }): StatementPending => {
    const isUnderReview = stage === 'submitted'
    return {
      kind: isUnderReview ? 'review' : 'held',
      on: isUnderReview ? reviewDeadline : null,
      amount: freeOf(contract, id),
      milestone: title,
    }
  })
  const planned = milestones.filter(each => status === 'open' && each.status === 'planned')
  return [
    ...asked('dispute', dispute),
    ...asked('refund', refundRequest),
    ...held.filter(({ amount }) => amount > 0),
    ...[{ kind: 'unallocated', on: null, amount: freeOf(contract, null) } as const].filter(({ amount }) => amount > 0),
    ...onItsWay.filter(({ on }) => on >= today).map(({ on, amount }) => ({ kind: 'available', on, amount }) as const),
    ...planned.map(({ title, due, amount }) => ({ kind: 'planned', on: due, amount, milestone: title }) as const),
  ]
}

function named(contract: ContractState, milestoneId: string | null): { readonly milestone?: string } {
  const title = milestoneId === null ? undefined : milestoneOf(contract, milestoneId)?.title
  return title === undefined ? {} : { milestone: title }
}
