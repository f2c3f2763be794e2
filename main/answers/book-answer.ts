import type { QueryValues } from '../../shared/api/queries.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Book } from '../book/book.ts'
import { bookName } from './book-name.ts'
import { healthAnswer } from './health-answer.ts'
import { latestDay } from './latest-day.ts'

/**
 * The open book and the context for answers about it: the locale, the day, whether it is the
 * sample.
 */
export interface OpenBook {
  readonly book: Book
  readonly sample: boolean
  /** The person's locale, for numbers in sentences. */
  readonly locale: string
  today(): IsoDate
}

/** The answer to the query `book`, also returned when a backup or an export is restored. */
export function bookAnswer({ book, sample, locale, today }: OpenBook): QueryValues['book'] {
  const { folder, format, entries, head, lastBackup, health, readOnly } = book.info()
  return {
    folder,
    name: bookName(folder),
    format,
    entries,
    head,
    lastBackup,
    health: healthAnswer(health, { locale, decimals: 2 }),
    readOnly,
    closedUntil: book.closedUntil,
    today: today(),
    latest: latestDay(book, today()),
    sample,
  }
}
