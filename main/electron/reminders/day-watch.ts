import type { IsoDate } from '../../../shared/dates/calendar.ts'

/** Poll: a timer to midnight would be late if the computer slept or its clock was set. */
const LOOK_MS = 20_000

/**
 * Calls `begun` when another day begins while the app is open, since what is due changes then.
 * Returns an unsubscribe function.
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
