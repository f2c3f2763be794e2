import type { EscrowEvent } from '../../shared/contract/events.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { less, type Minor, minor, sum, ZERO } from '../../shared/money/money.ts'
import { sumOfParts } from '../escrow/contract/milestones.ts'
import { type ContractState, chargedOf } from '../escrow/contract/state.ts'

/**
 * The money that an event of a contract pays into its account, in minor units; a returned payment
 * is negative in gross, fee and net. `available` is null where the money is there at once.
 */
export interface Inflow {
  readonly gross: Minor
  readonly fee: Minor
  readonly net: Minor
  readonly available: IsoDate | null
}

/** The inflow of an event; undefined if it pays nothing in (rules-account.md, Words: Inflow). */
export function inflowOf(event: EscrowEvent): Inflow | undefined {
  switch (event.type) {
    case 'released':
    case 'bonus-paid':
      return inflow(event.amount, event.fee, event.available)
    case 'payment-returned':
      return inflow(minor(-event.amount), minor(-event.credit), null)
    case 'dispute-resolved': {
      const gross = sumOfParts(event.released)
      return gross === 0 ? undefined : inflow(gross, event.fee, event.available)
    }
    default:
      return undefined
  }
}

/** All that a contract paid in so far, net of fees, without reversed entries; minor units. */
export function inflowsOf({ released, bonuses, returned, fees }: ContractState): Minor {
  return less(sum(released, bonuses), returned, chargedOf(fees.freelancer))
}

/** The part of a contract's inflows that becomes available after a day, in minor units. */
export function onItsWay({ onItsWay }: ContractState, today: IsoDate): Minor {
  return sum(...onItsWay.filter(({ on }) => on > today).map(({ amount }) => amount))
}

/** The money that submitted milestones hold, in minor units. */
export function inReview({ milestones }: ContractState): Minor {
  return milestones.reduce((total, { status, held }) => (status === 'submitted' ? sum(total, held) : total), ZERO)
}

function inflow(gross: Minor, fee: Minor, available: IsoDate | null): Inflow {
  return { gross, fee, net: less(gross, fee), available }
}
