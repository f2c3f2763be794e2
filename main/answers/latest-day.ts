import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Book } from '../book/book.ts'

/**
 * Returns the day on which a list that ends today ends: today, or the day of an entry dated later,
 * as after the clock was set back.
 */
export function latestDay(book: Pick<Book, 'everyContract'>, today: IsoDate): IsoDate {
  let latest = today
  for (const { lastEntryOn, latestOrdered } of book.everyContract())
    for (const day of [lastEntryOn, latestOrdered]) if (day !== null && day > latest) latest = day
  return latest
}
