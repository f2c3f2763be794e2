import type { EntryMovement } from '../../shared/api/correction.ts'
import type { Entry } from '../../shared/contract/events.ts'
import { type Minor, sum, ZERO } from '../../shared/money/money.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { postingsOf } from '../escrow/postings.ts'
import { movement } from './movement.ts'

/** The day of an entry, the money it moved, and the amounts that it is about. */
export function entryMovement({ on, events }: Entry, { currency }: Pick<ContractState, 'currency'>): EntryMovement {
  return { on, ...movement({ postings: postingsOf(events, currency) }), ...amountsOf(events) }
}

function amountsOf(events: Entry['events']): Pick<EntryMovement, 'amount' | 'carried'> {
  const last = events.at(-1)
  const closed = events.flatMap(event => (event.type === 'remainder-carried' ? event.amount : []))
  const funded = last?.type === 'milestone-funded' ? last.carried : ZERO
  return {
    amount: last === undefined ? null : amountOf(last),
    carried: closed.length > 0 ? sum(ZERO, ...closed) : funded,
  }
}

/** The amount that an event is about; null if it has none. */
function amountOf(event: Entry['events'][number]): Minor | null {
  switch (event.type) {
    case 'milestone-added':
      return event.milestone.amount
    case 'dispute-resolved':
      return sum(ZERO, ...[...event.released, ...event.refunded].map(({ amount }) => amount))
    case 'refunded':
      return sum(ZERO, ...event.parts.map(({ amount }) => amount))
    default:
      return 'amount' in event && event.amount !== undefined ? event.amount : null
  }
}
