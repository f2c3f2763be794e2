import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Query, QueryOf, QueryValues } from '../../shared/api/queries.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import { latestDay } from '../answers/latest-day.ts'
import type { Book } from '../book/book.ts'
import type { FrontDay, FrontPage } from '../book/checkpoint/front-page.ts'
import { contractRows } from './contracts.ts'
import { summaryRows } from './summary.ts'

/** Includes the following days: a book closed on a Friday is opened on a Monday. */
const DAYS = 4

/**
 * The book's current answers to these lists, for today and the following days. Yields between
 * lists; undefined if something is recorded meanwhile.
 */
export async function frontPageOf(
  book: Book,
  lists: readonly QueryOf<'contracts'>[],
  today: IsoDate,
): Promise<FrontPage | undefined> {
  const { format, entries, head } = book.info()
  const days: FrontDay[] = []
  for (let day = today; days.length < DAYS; day = addDays(day, 1)) {
    const answered: FrontDay['lists'][number][] = []
    for (const query of lists) {
      await nextTurn()
      if (book.info().head !== head) return undefined
      answered.push({ query, value: contractRows(book, query, day) })
    }
    days.push({ today: day, lists: answered })
  }
  const latest = latestDay(book, today)
  return { format, entries, closedUntil: book.closedUntil, latest, summary: summaryRows(book.contracts()), days }
}

/** The front page's answer for that day; undefined if it does not have one. */
export function onFrontPage(
  page: FrontPage,
  query: Query,
  today: IsoDate,
): QueryValues['contracts'] | QueryValues['summary'] | undefined {
  const day = page.days.find(each => each.today === today)
  if (day === undefined) return undefined
  if (query.type === 'summary') return page.summary
  if (query.type !== 'contracts') return undefined
  const asked = nameOf(query)
  return day.lists.find(list => nameOf(list.query) === asked)?.value
}

/** A key for a query, whatever the order of its fields. */
export function nameOf(query: QueryOf<'contracts'>): string {
  const { sort, ...others } = query
  return JSON.stringify([
    Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1)),
    sort?.by,
    sort?.descending ?? false,
  ])
}
