import type { EscrowEvent } from '../../shared/contract/events.ts'
import { missingCase } from '../../shared/missing-case.ts'
import { less, type Minor, minor, sum, ZERO } from '../../shared/money/money.ts'
import { sumOfParts } from './contract/milestones.ts'
import { movesMoney } from './money-events.ts'

/**
 * The money that moved, in minor units of one currency; fees are net of credits. Reports add these
 * up by day.
 */
export interface Flow {
  readonly deposited: Minor
  readonly released: Minor
  readonly refunded: Minor
  readonly bonuses: Minor
  readonly returned: Minor
  readonly clientFee: Minor
  readonly freelancerFee: Minor
  readonly contractFee: Minor
}

const NOTHING: Flow = {
  deposited: ZERO,
  released: ZERO,
  refunded: ZERO,
  bonuses: ZERO,
  returned: ZERO,
  clientFee: ZERO,
  freelancerFee: ZERO,
  contractFee: ZERO,
}

/** The flow of an entry's events. */
export function flowOf(events: readonly EscrowEvent[]): Flow {
  let flow = NOTHING
  for (const event of events) {
    const moved = { ...NOTHING, ...movedBy(event) }
    flow = flow === NOTHING ? moved : addFlow(flow, moved)
  }
  return flow
}

/** The sum of two flows. */
export function addFlow(one: Flow, other: Flow): Flow {
  return {
    deposited: sum(one.deposited, other.deposited),
    released: sum(one.released, other.released),
    refunded: sum(one.refunded, other.refunded),
    bonuses: sum(one.bonuses, other.bonuses),
    returned: sum(one.returned, other.returned),
    clientFee: sum(one.clientFee, other.clientFee),
    freelancerFee: sum(one.freelancerFee, other.freelancerFee),
    contractFee: sum(one.contractFee, other.contractFee),
  }
}

/** A flow without a part of it, such as a reversed entry's. */
export function subtractFlow(whole: Flow, part: Flow): Flow {
  return {
    deposited: less(whole.deposited, part.deposited),
    released: less(whole.released, part.released),
    refunded: less(whole.refunded, part.refunded),
    bonuses: less(whole.bonuses, part.bonuses),
    returned: less(whole.returned, part.returned),
    clientFee: less(whole.clientFee, part.clientFee),
    freelancerFee: less(whole.freelancerFee, part.freelancerFee),
    contractFee: less(whole.contractFee, part.contractFee),
  }
}

/** True if no money moved. */
export function isNothing(flow: Flow): boolean {
  for (const name in flow) if (flow[name as keyof Flow] !== 0) return false
  return true
}

function movedBy(event: EscrowEvent): Partial<Flow> {
  if (!movesMoney(event)) return {}
  switch (event.type) {
    case 'remainder-carried':
      // Within escrow.
      return {}
    case 'milestone-funded':
      return { deposited: event.deposit, clientFee: event.fee, contractFee: event.contractFee }
    case 'released':
      return { released: event.amount, freelancerFee: event.fee }
    case 'bonus-paid':
      return { bonuses: event.amount, freelancerFee: event.fee }
    case 'payment-returned':
      return { returned: event.amount, freelancerFee: minor(-event.credit) }
    case 'refunded':
      return { refunded: sumOfParts(event.parts), clientFee: minor(-event.credit) }
    case 'dispute-resolved':
      return {
        released: sumOfParts(event.released),
        freelancerFee: event.fee,
        refunded: sumOfParts(event.refunded),
        clientFee: minor(-event.credit),
      }
    case 'contract-ended':
      return { contractFee: minor(-event.contractCredit) }
    default:
      return missingCase(event)
  }
}
