import type { Entry, EscrowEvent, EventOf } from '../../shared/contract/events.ts'
import { MOVE_FACTS } from '../../shared/contract/moves.ts'
import { completePolicy } from '../../shared/contract/standard-policy.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { ZERO } from '../../shared/money/money.ts'
import { applyEvent } from './apply.ts'
import { assertTotalsConserved } from './contract/conservation.ts'
import { addSums, NO_SUMS, sumsOf } from './contract/milestone-sums.ts'
import { plannedMilestone } from './contract/milestones.ts'
import type { ContractState } from './contract/state.ts'
import { movesMoney } from './money-events.ts'

/**
 * Folds one more entry into a contract (`undefined` before the opening). Never changes `contract`;
 * the parts that the entry does not touch are shared. Throws an Error if the result breaks
 * conservation or the entry cannot follow: a bug, or a journal not written by these rules. Not for
 * `entry-reversed`, which is folded by leaving entries out (see fold.ts).
 */
export function evolve(contract: ContractState | undefined, entry: Entry): ContractState {
  let after = afterEvents(contract, entry.contract, entry.events, entry.on)
  // The opening cannot be reversed; annotations and renames are not entries.
  if (contract !== undefined && entry.entry !== null)
    after = recorded(contract, after, { ...entry, entry: entry.entry })
  assertTotalsConserved(after)
  return after
}

/** The contract after events that may not be recorded yet, which warnings are about. */
export function afterEvents(
  contract: ContractState | undefined,
  contractId: string,
  events: readonly EscrowEvent[],
  on: IsoDate,
): ContractState {
  let after = contract
  for (const event of events) {
    if (event.type === 'contract-opened') after = opened(after, contractId, event)
    else if (after === undefined) throw new Error(`contract ${contractId} begins with ${event.type}`)
    else after = applyEvent(after, event, on)
  }
  if (after === undefined) throw new Error(`the first entry of contract ${contractId} is empty`)
  return after
}

function recorded(
  before: ContractState,
  after: ContractState,
  { entry, type, on, events }: Entry & { readonly entry: number },
): ContractState {
  return {
    ...after,
    lastEntry: entry,
    lastEntryOn: on,
    firstMoneyOn: events.some(movesMoney) ? earlier(before.firstMoneyOn, on) : before.firstMoneyOn,
    partiesBefore: { client: before.client, freelancer: before.freelancer },
    sideBefore: before.side,
    accountBefore: before.account,
    latestOrdered: MOVE_FACTS[type].recorded.keepsDateOrder ? on : before.latestOrdered,
    onItsWay: after.onItsWay.filter(item => item.on >= on),
  }
}

function earlier(one: IsoDate | null, other: IsoDate): IsoDate {
  return one !== null && one < other ? one : other
}

function opened(contract: ContractState | undefined, id: string, event: EventOf<'contract-opened'>): ContractState {
  if (contract !== undefined) throw new Error(`contract ${id} is opened twice`)
  const { title, client, freelancer, currency, decimals, budget, policy, side, account = null } = event
  const milestones = event.milestones.map(plannedMilestone)
  const nothing = { charged: ZERO, credited: ZERO }
  return {
    id,
    title,
    client,
    freelancer,
    currency,
    decimals,
    budget,
    policy: completePolicy(policy),
    side,
    account,
    status: 'open',
    archived: false,
    milestones,
    sums: milestones.map(sumsOf).reduce(addSums, NO_SUMS),
    holding: [],
    unallocated: ZERO,
    deposited: ZERO,
    released: ZERO,
    refunded: ZERO,
    bonuses: ZERO,
    returned: ZERO,
    fees: { client: nothing, freelancer: nothing, contract: nothing },
    refundRequest: null,
    dispute: null,
    onItsWay: [],
    nextMilestoneNumber: milestones.length + 1,
    latestOrdered: null,
    removed: false,
    firstMoneyOn: null,
    lastEntry: null,
    lastEntryOn: null,
    partiesBefore: { client, freelancer },
    sideBefore: side,
    accountBefore: account,
  }
}
