import type { IsoDate } from '../../../shared/dates/calendar.ts'

/** A timer to midnight would be late where the computer slept or its clock was set. */
const LOOK_MS = 20_000

/**
 * Calls `begun` when another day has begun while the app is open, for what is due is another thing
 * then. Gives back what ends it.
 */
export function watchDay(today: () => IsoDate, begun: () => void): () => void {
  let known = today()
  const timer = setInterval(() => {
    const day = today()
    if (day === known) return
    known = day
    begun()
  }, LOOK_MS)
  return () => clearInterval(timer)
}
