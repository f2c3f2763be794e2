import type { ContractRow } from '../../shared/api/contracts.ts'
import type { ContractFigures, ContractView, MilestoneView, PendingView } from '../../shared/contract/contract.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { barOf } from './bar.ts'
import {
  type ContractState,
  chargedOf,
  escrowOf,
  type MilestoneState,
  type PendingState,
  reservedOf,
} from './contract/state.ts'
import { deadlinesOf } from './deadlines.ts'
import { usualDay } from './decide.ts'
import { type Prospects, prospectsOf } from './next.ts'
import { stageOf } from './stage.ts'

/** `ContractView` without words: the facts of a contract on a day. Money in minor units. */
export interface ContractFacts extends Omit<ContractView, 'next' | 'blocked'>, Prospects {}

/**
 * A contract as screens and scripts see it on a day, with the moves that are possible next while
 * the book is closed until `closedUntil` (by default not at all).
 */
export function viewContract(
  contract: ContractState,
  today: IsoDate,
  closedUntil: IsoDate | null = null,
): ContractFacts {
  const { refundRequest, dispute } = contract
  return {
    ...identityOf(contract),
    side: contract.side,
    account: contract.account,
    budget: contract.budget,
    policy: contract.policy,
    ...figuresOf(contract),
    milestones: contract.milestones.map(milestone => milestoneView(contract, milestone)),
    pending: {
      ...(refundRequest === null ? {} : { refund: pendingView(refundRequest) }),
      ...(dispute === null ? {} : { dispute: pendingView(dispute) }),
    },
    deadlines: deadlinesOf(contract, today),
    usualDay: usualDay(contract, { today, closedUntil }),
    ...prospectsOf(contract, closedUntil),
    bar: barOf(contract),
  }
}

/** The status of a contract and the sums of its money. */
export function figuresOf(contract: ContractState): ContractFigures {
  const { status, unallocated, deposited, released, refunded, bonuses, returned, fees } = contract
  return {
    status,
    escrow: escrowOf(contract),
    unallocated,
    deposited,
    released,
    refunded,
    bonuses,
    returned,
    fees: {
      client: chargedOf(fees.client),
      freelancer: chargedOf(fees.freelancer),
      contract: chargedOf(fees.contract),
    },
  }
}

/** A contract as a row of a list on a day, without its next moves, which take longest to find. */
export function rowOf(contract: ContractState, today: IsoDate): ContractRow {
  const [nextDeadline] = deadlinesOf(contract, today)
  return {
    ...identityOf(contract),
    escrow: escrowOf(contract),
    released: contract.released,
    bar: barOf(contract),
    nextDeadline:
      nextDeadline === undefined
        ? null
        : { kind: nextDeadline.kind, on: nextDeadline.on, overdue: nextDeadline.overdue, amount: nextDeadline.amount },
  }
}

function identityOf(contract: ContractState) {
  const { id, title, client, freelancer, currency, decimals, status, archived } = contract
  return { id, title, client, freelancer, currency, decimals, status, stage: stageOf(contract), archived }
}

function milestoneView(
  contract: ContractState,
  { id, title, amount, due, status, funded, released, refunded, carried, held }: MilestoneState,
): MilestoneView {
  return {
    id,
    title,
    amount,
    due,
    status,
    funded,
    released,
    refunded,
    carried,
    held,
    reserved: reservedOf(contract, id),
  }
}

function pendingView({ amount, milestoneId, reserved, on, deadline, reason }: PendingState): PendingView {
  return {
    amount,
    ...(milestoneId === null ? {} : { milestoneId }),
    reserved,
    on,
    deadline,
    ...(reason === null ? {} : { reason }),
  }
}
