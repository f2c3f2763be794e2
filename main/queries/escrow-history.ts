import type { QueryOf, QueryValues } from '../../shared/api/queries.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { less, type Minor, sum, ZERO } from '../../shared/money/money.ts'
import type { Book } from '../book/book.ts'

/**
 * Answers the query `escrow-history`: the escrow in one currency at the end of each day on which it
 * changed, earliest first. Reversed entries do not count.
 */
export function escrowHistory(book: Book, query: QueryOf<'escrow-history'>): QueryValues['escrow-history'] {
  const changes = new Map<IsoDate, Minor>()
  for (const state of book.contracts()) {
    if (state.currency !== query.currency) continue
    for (const [on, flow] of book.flows(state.id)) {
      const change = less(flow.deposited, flow.released, flow.refunded)
      if (change !== 0) changes.set(on, sum(changes.get(on) ?? ZERO, change))
    }
  }
  let escrow: Minor = ZERO
  const points = [...changes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, change]) => {
      escrow = sum(escrow, change)
      return { on, escrow }
    })
  return { currency: query.currency, points }
}
