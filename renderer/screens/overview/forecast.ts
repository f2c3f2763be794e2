import type { NamedDeadline } from '../../../shared/api/deadlines.ts'
import { daysBetween, type IsoDate } from '../../../shared/dates/calendar.ts'
import { less, type Minor, sum, ZERO } from '../../../shared/money/money.ts'

/**
 * The escrow of one currency if nobody answers: each deadline's default move happens on its day.
 * Amounts are in minor units.
 */
export interface Forecast {
  /** The escrow left after each day on which money moves. */
  readonly points: readonly { readonly on: IsoDate; readonly escrow: Minor }[]
  /** The money that moves from today on. */
  readonly moves: Minor
  /** The money that was due before today and has not been recorded. */
  readonly overdue: Minor
  /** The escrow left at the end. */
  readonly left: Minor
  /** The last day on which money moves. */
  readonly until: IsoDate
  /** The number of days from today to that day. */
  readonly days: number
}

/**
 * Forecasts the escrow of a currency from its current amount and the deadlines, which must be in
 * date order.
 */
export function forecastOf(
  escrow: Minor,
  currency: string,
  deadlines: readonly NamedDeadline[],
  today: IsoDate,
): Forecast {
  const offered = deadlines.filter(({ offers, contract }) => offers !== null && contract.currency === currency)
  const overdue = sum(ZERO, ...offered.filter(deadline => deadline.overdue).map(({ amount }) => amount))
  const moves = sum(ZERO, ...offered.filter(deadline => !deadline.overdue).map(({ amount }) => amount))
  const points: { on: IsoDate; escrow: Minor }[] = []
  let left = escrow
  for (const deadline of offered) {
    left = less(left, deadline.amount)
    // The platform has carried out an overdue move by now.
    points.push({ on: deadline.overdue ? today : deadline.on, escrow: left })
  }
  const until = points.at(-1)?.on ?? today
  return { points, moves, overdue, left, until, days: daysBetween(today, until) }
}
