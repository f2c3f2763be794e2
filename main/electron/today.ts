import { dayOf, type IsoDate, isoDate } from '../../shared/dates/calendar.ts'

/**
 * Returns the person's calendar day. `ESCROWBOOK_TODAY=2026-01-31` fixes it, for tests; a value
 * that is not a day is refused at the start, not guessed.
 */
export function calendar(fixed: string | undefined): () => IsoDate {
  if (fixed === undefined || fixed === '') return () => dayOf(new Date())
  const day = isoDate(fixed)
  if (day === undefined) throw new Error(`ESCROWBOOK_TODAY is not a calendar day such as 2026-01-31: ${fixed}`)
  return () => day
}
