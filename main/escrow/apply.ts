import type { EscrowEvent, EventOf, FeeKind } from '../../shared/contract/events.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { less, type Minor, sum } from '../../shared/money/money.ts'
import { addSums, subtractSums, sumsOf } from './contract/milestone-sums.ts'
import { plannedMilestone, sumOfParts, withMilestone, withRefunded, withReleased } from './contract/milestones.ts'
import { renamed } from './contract/party.ts'
import { type ContractState, milestoneIndex } from './contract/state.ts'

/**
 * The contract after one event that happened on a day. Money is only moved here; whether it may be
 * is for `decide`.
 */
export function applyEvent(
  contract: ContractState,
  event: Exclude<EscrowEvent, { type: 'contract-opened' }>,
  on: IsoDate,
): ContractState {
  switch (event.type) {
    case 'contract-edited': {
      const { type: _, ...changes } = event
      return { ...contract, ...changes }
    }
    case 'milestone-added':
    case 'milestone-edited':
    case 'milestone-removed':
    case 'milestone-moved':
      return applyPlanChange(contract, event)
    case 'remainder-carried':
      return withMilestone(
        { ...contract, unallocated: sum(contract.unallocated, event.amount) },
        event.milestoneId,
        milestone => ({
          carried: sum(milestone.carried, event.amount),
          held: less(milestone.held, event.amount),
          status: 'paid',
        }),
      )
    case 'milestone-funded':
      return applyFunding(contract, event)
    case 'work-submitted':
      return withMilestone(contract, event.milestoneId, () => ({ status: 'submitted', reviewDeadline: event.deadline }))
    case 'changes-requested':
      return withMilestone(contract, event.milestoneId, milestone => ({
        status: milestone.released > 0 ? 'partly-paid' : 'funded',
        reviewDeadline: null,
      }))
    case 'released': {
      const paid = { ...contract, released: sum(contract.released, event.amount) }
      return withPayout(withReleased(paid, event), event.amount, event.fee, event.available)
    }
    case 'bonus-paid':
      return withPayout(
        { ...contract, bonuses: sum(contract.bonuses, event.amount) },
        event.amount,
        event.fee,
        event.available,
      )
    case 'payment-returned':
      return withCredit({ ...contract, returned: sum(contract.returned, event.amount) }, 'freelancer', event.credit)
    case 'refund-requested': {
      const { amount, milestoneId, reserved, deadline, reason } = event
      return {
        ...contract,
        refundRequest: { amount, milestoneId, reserved, on, deadline, reason },
        status: event.ending ? 'ending' : contract.status,
      }
    }
    case 'refunded': {
      const settled = { ...contract, refundRequest: null, refunded: sum(contract.refunded, sumOfParts(event.parts)) }
      return withCredit(event.parts.reduce(withRefunded, settled), 'client', event.credit)
    }
    case 'refund-declined':
    case 'refund-cancelled':
      return { ...contract, refundRequest: null, status: 'open' }
    case 'dispute-opened': {
      const { amount, milestoneId, reserved, deadline, reason } = event
      return { ...contract, dispute: { amount, milestoneId, reserved, on, deadline, reason } }
    }
    case 'dispute-resolved':
      return applyResolution(contract, event)
    case 'contract-ended': {
      const ended = contract.milestones.reduce(
        (state, milestone) =>
          milestone.status === 'planned' ? withMilestone(state, milestone.id, () => ({ status: 'cancelled' })) : state,
        contract,
      )
      return withCredit({ ...ended, status: 'ended' }, 'contract', event.contractCredit)
    }
    case 'party-renamed':
      return {
        ...contract,
        ...renamed(contract, event.from, event.to, event.side),
        partiesBefore: renamed(contract.partiesBefore, event.from, event.to, event.side),
      }
    case 'entry-annotated':
      return contract
    case 'entry-reversed':
      throw new Error(`a reversal is folded by leaving out entry ${event.entry}`)
    default:
      return missingCase(event)
  }
}

function missingCase(event: never): never {
  throw new Error(`no such event: ${JSON.stringify(event)}`)
}

type PlanChange = EventOf<'milestone-added' | 'milestone-edited' | 'milestone-removed' | 'milestone-moved'>

function applyPlanChange(contract: ContractState, event: PlanChange): ContractState {
  if (event.type === 'milestone-added') {
    const milestone = plannedMilestone(event.milestone)
    return {
      ...contract,
      milestones: [...contract.milestones, milestone],
      sums: addSums(contract.sums, sumsOf(milestone)),
      nextMilestoneNumber: contract.nextMilestoneNumber + 1,
    }
  }
  if (event.type === 'milestone-edited') {
    const { type: _, milestoneId, amount, ...wording } = event
    return withMilestone(contract, milestoneId, () =>
      amount === undefined ? wording : { ...wording, amount, plannedAmount: amount },
    )
  }
  const place = milestoneIndex(contract, event.milestoneId)
  const milestone = contract.milestones[place]
  if (milestone === undefined) throw new Error(`contract ${contract.id} has no milestone ${event.milestoneId}`)
  const others = contract.milestones.toSpliced(place, 1)
  if (event.type === 'milestone-moved') return { ...contract, milestones: others.toSpliced(event.to, 0, milestone) }
  return { ...contract, milestones: others, sums: subtractSums(contract.sums, sumsOf(milestone)) }
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
  // Money in escrow must not be out of sight (rules.md: archived only with nothing in escrow).
  return withCharge(withCharge({ ...funded, archived: false }, 'client', fee), 'contract', contractFee)
}

function applyResolution(contract: ContractState, event: EventOf<'dispute-resolved'>): ContractState {
  const released = sumOfParts(event.released)
  const settled = {
    ...contract,
    dispute: null,
    released: sum(contract.released, released),
    refunded: sum(contract.refunded, sumOfParts(event.refunded)),
  }
  // The release first, then the refund: a milestone's status after both depends on it.
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
