import type { QueryValues } from '../../shared/api/queries.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Book } from '../book/book.ts'
import { bookName } from './book-name.ts'
import { healthAnswer } from './health-answer.ts'

/**
 * The open book and what answering about it takes: whether it is the sample, the locale, the day.
 */
export interface OpenBook {
  readonly book: Book
  readonly sample: boolean
  /** The person's locale, which numbers in sentences are written in. */
  readonly locale: string
  today(): IsoDate
}

/** The answer to the query `book`, which restoring a backup or an export returns too. */
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
    today: today(),
    sample,
  }
}
