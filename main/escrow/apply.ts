import type { EscrowEvent, EventOf, FeeKind } from '../../shared/contract/events.ts'
import { completePolicy } from '../../shared/contract/standard-policy.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { missingCase } from '../../shared/missing-case.ts'
import { less, type Minor, sum } from '../../shared/money/money.ts'
import { addSums, subtractSums, sumsOf } from './contract/milestone-sums.ts'
import { plannedMilestone, sumOfParts, withMilestone, withRefunded, withReleased } from './contract/milestones.ts'
import { renamed } from './contract/party.ts'
import { type ContractState, milestoneIndex, milestoneNumberOf, type PendingState } from './contract/state.ts'

/**
 * Applies one event that happened on a day. Only moves money: `decide` knows whether that is
 * allowed.
 */
export function applyEvent(
  contract: ContractState,
  event: Exclude<EscrowEvent, { type: 'contract-opened' }>,
  on: IsoDate,
): ContractState {
  switch (event.type) {
    case 'contract-edited': {
      const { type: _, policy, ...changes } = event
      return { ...contract, ...changes, policy: policy === undefined ? contract.policy : completePolicy(policy) }
    }
    case 'milestone-added':
    case 'milestone-edited':
    case 'milestone-removed':
    case 'milestone-moved':
      return applyPlanChange(contract, event)
    case 'remainder-carried':
      return applyCarrying(contract, event)
    case 'milestone-funded':
      return applyFunding(contract, event)
    case 'work-submitted':
      return withMilestone(contract, event.milestoneId, () => ({ status: 'submitted', reviewDeadline: event.deadline }))
    case 'changes-requested':
      return withMilestone(contract, event.milestoneId, milestone => ({
        status: milestone.released > 0 ? 'partly-paid' : 'funded',
        reviewDeadline: null,
      }))
    case 'released':
      return applyRelease(contract, event)
    case 'bonus-paid':
      return applyBonus(contract, event)
    case 'payment-returned':
      return withCredit({ ...contract, returned: sum(contract.returned, event.amount) }, 'freelancer', event.credit)
    case 'refund-requested':
      return {
        ...contract,
        refundRequest: pendingOf(event, on),
        status: event.ending ? 'ending' : contract.status,
      }
    case 'refunded':
      return applyRefund(contract, event)
    case 'refund-declined':
    case 'refund-cancelled':
      return { ...contract, refundRequest: null, status: 'open' }
    case 'dispute-opened':
      return { ...contract, dispute: pendingOf(event, on) }
    case 'dispute-resolved':
      return applyResolution(contract, event)
    case 'contract-ended':
      return applyEnding(contract, event)
    case 'contract-removed':
      return { ...contract, removed: true }
    case 'party-renamed':
      return applyRename(contract, event)
    case 'entry-annotated':
      return contract
    case 'entry-reversed':
      throw new Error(`a reversal is folded by leaving out entry ${event.entry}`)
    default:
      return missingCase(event)
  }
}

type PlanChange = EventOf<'milestone-added' | 'milestone-edited' | 'milestone-removed' | 'milestone-moved'>

function applyPlanChange(contract: ContractState, event: PlanChange): ContractState {
  if (event.type === 'milestone-added') {
    const milestone = plannedMilestone(event.milestone)
    return {
      ...contract,
      milestones: [...contract.milestones, milestone],
      sums: addSums(contract.sums, sumsOf(milestone)),
      // A correction may bring back a later number before an earlier one is free again.
      nextMilestoneNumber: Math.max(contract.nextMilestoneNumber, milestoneNumberOf(milestone.id) + 1),
    }
  }
  if (event.type === 'milestone-edited') {
    const { type: _, milestoneId, amount, ...wording } = event
    return withMilestone(contract, milestoneId, () =>
      amount === undefined ? wording : { ...wording, amount, plannedAmount: amount },
    )
  }
  const index = milestoneIndex(contract, event.milestoneId)
  const milestone = contract.milestones[index]
  if (milestone === undefined) throw new Error(`contract ${contract.id} has no milestone ${event.milestoneId}`)
  const others = contract.milestones.toSpliced(index, 1)
  if (event.type === 'milestone-moved') return { ...contract, milestones: others.toSpliced(event.to, 0, milestone) }
  return { ...contract, milestones: others, sums: subtractSums(contract.sums, sumsOf(milestone)) }
}

function applyCarrying(contract: ContractState, { milestoneId, amount }: EventOf<'remainder-carried'>): ContractState {
  return withMilestone({ ...contract, unallocated: sum(contract.unallocated, amount) }, milestoneId, milestone => ({
    carried: sum(milestone.carried, amount),
    held: less(milestone.held, amount),
    status: 'paid',
  }))
}

function applyFunding(
  contract: ContractState,
  { milestoneId, amount, carried, deposit, fee, contractFee }: EventOf<'milestone-funded'>,
): ContractState {
  const paidIn = {
    ...contract,
    unallocated: less(contract.unallocated, carried),
    deposited: sum(contract.deposited, deposit),
  }
  const funded = withMilestone(paidIn, milestoneId, () => ({ amount, funded: amount, held: amount, status: 'funded' }))
  // Money in escrow must stay in sight (rules.md: archived only with nothing in escrow).
  return withCharge(withCharge({ ...funded, archived: false }, 'client', fee), 'contract', contractFee)
}

function applyRelease(contract: ContractState, event: EventOf<'released'>): ContractState {
  const paid = { ...contract, released: sum(contract.released, event.amount) }
  return withPayout(withReleased(paid, event), event.amount, event.fee, event.available)
}

function applyBonus(contract: ContractState, { amount, fee, available }: EventOf<'bonus-paid'>): ContractState {
  return withPayout({ ...contract, bonuses: sum(contract.bonuses, amount) }, amount, fee, available)
}

function pendingOf(event: EventOf<'refund-requested' | 'dispute-opened'>, on: IsoDate): PendingState {
  const { amount, milestoneId, reserved, deadline, reason } = event
  return { amount, milestoneId, reserved, on, deadline, reason }
}

function applyRefund(contract: ContractState, { parts, credit }: EventOf<'refunded'>): ContractState {
  const settled = { ...contract, refundRequest: null, refunded: sum(contract.refunded, sumOfParts(parts)) }
  return withCredit(parts.reduce(withRefunded, settled), 'client', credit)
}

function applyEnding(contract: ContractState, { contractCredit }: EventOf<'contract-ended'>): ContractState {
  const ended = contract.milestones.reduce(
    (state, milestone) =>
      milestone.status === 'planned' ? withMilestone(state, milestone.id, () => ({ status: 'cancelled' })) : state,
    contract,
  )
  return withCredit({ ...ended, status: 'ended' }, 'contract', contractCredit)
}

function applyRename(contract: ContractState, { from, to, side }: EventOf<'party-renamed'>): ContractState {
  return {
    ...contract,
    ...renamed(contract, from, to, side),
    partiesBefore: renamed(contract.partiesBefore, from, to, side),
  }
}

function applyResolution(contract: ContractState, event: EventOf<'dispute-resolved'>): ContractState {
  const released = sumOfParts(event.released)
  const settled = {
    ...contract,
    dispute: null,
    released: sum(contract.released, released),
    refunded: sum(contract.refunded, sumOfParts(event.refunded)),
  }
  // Release before refund: a milestone's final status depends on the order.
  const moved = event.refunded.reduce(withRefunded, event.released.reduce(withReleased, settled))
  return withCredit(withPayout(moved, released, event.fee, event.available), 'client', event.credit)
}

function withCharge(contract: ContractState, kind: FeeKind, fee: Minor): ContractState {
  if (fee === 0) return contract
  const account = contract.fees[kind]
  return { ...contract, fees: { ...contract.fees, [kind]: { ...account, charged: sum(account.charged, fee) } } }
}

function withCredit(contract: ContractState, kind: FeeKind, fee: Minor): ContractState {
  if (fee === 0) return contract
  const account = contract.fees[kind]
  return { ...contract, fees: { ...contract.fees, [kind]: { ...account, credited: sum(account.credited, fee) } } }
}

function withPayout(contract: ContractState, gross: Minor, fee: Minor, available: IsoDate | null): ContractState {
  const charged = withCharge(contract, 'freelancer', fee)
  const net = less(gross, fee)
  return available === null || net === 0
    ? charged
    : { ...charged, onItsWay: withArrival(charged.onItsWay, available, net) }
}

function withArrival(onItsWay: ContractState['onItsWay'], on: IsoDate, amount: Minor): ContractState['onItsWay'] {
  const sameDay = onItsWay.find(item => item.on === on)
  if (sameDay !== undefined)
    return onItsWay.map(item => (item === sameDay ? { on, amount: sum(item.amount, amount) } : item))
  return [...onItsWay, { on, amount }].sort((a, b) => (a.on < b.on ? -1 : 1))
}
