import type { QueryOf } from '../../shared/api/queries.ts'
import type { DeadlineView } from '../../shared/contract/contract.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import type { Book } from '../book/book.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { deadlinesOf } from '../escrow/deadlines.ts'
import { pageOf } from './page.ts'

/** A deadline with the contract it belongs to. */
export interface ContractDeadline {
  readonly deadline: DeadlineView
  readonly contract: ContractState
}

/** The last result for a book: a reader asks for it page by page. */
const lastFound = new WeakMap<Book, { readonly of: string; readonly deadlines: readonly ContractDeadline[] }>()

/**
 * Answers the query `deadlines`: a page of the deadlines of all contracts that are not archived, by
 * day. With `within`: those up to that many days from today, and overdue ones.
 */
export function deadlinePage(book: Book, query: QueryOf<'deadlines'>, today: IsoDate): readonly ContractDeadline[] {
  const of = [book.info().head, today, query.within].join(' ')
  const last = lastFound.get(book)
  const deadlines =
    last?.of === of
      ? last.deadlines
      : allDeadlines(book, query.within === undefined ? undefined : addDays(today, query.within), today)
  lastFound.set(book, { of, deadlines })
  return pageOf(deadlines, query)
}

function allDeadlines(book: Book, until: IsoDate | undefined, today: IsoDate): readonly ContractDeadline[] {
  const found: ContractDeadline[] = []
  for (const contract of book.contracts()) {
    if (contract.archived) continue
    for (const deadline of deadlinesOf(contract, today))
      if (until === undefined || deadline.on <= until) found.push({ deadline, contract })
  }
  return found.sort(({ deadline: a }, { deadline: b }) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
