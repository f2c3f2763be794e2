import type { QueryOf } from '../../shared/api/queries.ts'
import type { DeadlineView } from '../../shared/contract/contract.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import type { Book } from '../book/book.ts'
import { deadlinesOf } from '../escrow/deadlines.ts'
import { pageOf } from './page.ts'

/**
 * Answers the query `deadlines`: those of all contracts that are not archived, by day; with
 * `within`, up to so many days from today, the overdue included.
 */
export function deadlineRows(book: Book, query: QueryOf<'deadlines'>, today: IsoDate): readonly DeadlineView[] {
  const until = query.within === undefined ? undefined : addDays(today, query.within)
  const found: DeadlineView[] = []
  for (const state of book.contracts()) {
    if (state.archived) continue
    for (const deadline of deadlinesOf(state, today))
      if (until === undefined || deadline.on <= until) found.push(deadline)
  }
  found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return pageOf(found, query)
}
