import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import { useStore } from './store.ts'

type Book = Readonly<{ today: IsoDate; closedUntil: IsoDate | null }>

/**
 * Returns the day of an entry that gives none, which is also the latest day it can give: today,
 * the first day that is not closed, or `own` (the contract’s own usual day) if that is later.
 */
export function usualDayIn({ today, closedUntil }: Book, own?: IsoDate): IsoDate {
  const open = closedUntil === null ? today : addDays(closedUntil, 1)
  return [open, own ?? today].reduce((latest, day) => (day > latest ? day : latest), today)
}

/** Returns the same for the open book; undefined until the book has been read. */
export function useUsualDay(own?: IsoDate): IsoDate | undefined {
  return useStore(({ book }) => (book === null ? undefined : usualDayIn(book, own)))
}
