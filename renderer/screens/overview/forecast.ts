import { daysBetween, type IsoDate } from '../../../shared/dates/calendar.ts'
import { less, type Minor, sum, ZERO } from '../../../shared/money/money.ts'
import type { DatedDeadline } from './use-deadlines.ts'

/**
 * What becomes of the escrow of one currency if nobody answers: the book's own offers, taken on
 * their days.
 */
export interface Forecast {
  /** What is left after each day on which something moves. */
  readonly points: readonly { readonly on: IsoDate; readonly escrow: Minor }[]
  /** What moves from today on. */
  readonly moves: Minor
  /** What was due before today and is not recorded. */
  readonly overdue: Minor
  /** What is left in the end. */
  readonly left: Minor
  /** The last day on which something moves. */
  readonly until: IsoDate
  /** How far that is from today. */
  readonly days: number
}

/**
 * Foretells the escrow of a currency from what it is today and the deadlines, which come by day.
 */
export function forecastOf(
  escrow: Minor,
  currency: string,
  deadlines: readonly DatedDeadline[],
  today: IsoDate,
): Forecast {
  const offered = deadlines.filter(
    ({ deadline, contract }) => deadline.offers !== null && contract.currency === currency,
  )
  const overdue = sum(
    ZERO,
    ...offered.filter(({ deadline }) => deadline.overdue).map(({ deadline }) => deadline.amount),
  )
  const moves = sum(ZERO, ...offered.filter(({ deadline }) => !deadline.overdue).map(({ deadline }) => deadline.amount))
  const points: { on: IsoDate; escrow: Minor }[] = []
  let left = escrow
  for (const { deadline } of offered) {
    left = less(left, deadline.amount)
    // What the platform was to do before today has happened there by now.
    points.push({ on: deadline.overdue ? today : deadline.on, escrow: left })
  }
  const until = points.at(-1)?.on ?? today
  return { points, moves, overdue, left, until, days: daysBetween(today, until) }
}
