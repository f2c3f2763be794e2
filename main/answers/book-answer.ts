import type { QueryValues } from '../../shared/api/queries.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Book } from '../book/book.ts'
import { bookName } from './book-name.ts'

/**
 * The open book, as who answers about it knows it: whether it is the sample, and what day it is.
 */
export interface OpenBook {
  readonly book: Book
  readonly sample: boolean
  today(): IsoDate
}

/** What the query `book` answers, and what going back to a backup or an export does. */
export function bookAnswer({ book, sample, today }: OpenBook): QueryValues['book'] {
  const { folder, format, entries, head, lastBackup, health, readOnly } = book.info()
  return { folder, name: bookName(folder), format, entries, head, lastBackup, health, readOnly, today: today(), sample }
}
