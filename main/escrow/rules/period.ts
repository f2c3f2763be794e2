import type { Refusal } from '../../../shared/contract/refusals.ts'
import { addDays, type IsoDate } from '../../../shared/dates/calendar.ts'
import { refuse } from './verdict.ts'

/**
 * Refuses a day on or before the end of the closed period (`period-closed`, rules.md, close books).
 * `closedUntil` is null if nothing is closed, `on` if there is no such day.
 */
export function mustNotBeClosed(
  on: IsoDate | null,
  closedUntil: IsoDate | null,
  more: { readonly variant?: string; readonly field?: string },
): Refusal | undefined {
  if (on === null || closedUntil === null || on > closedUntil) return undefined
  return refuse('period-closed', { until: { day: closedUntil }, on: { day: on } }, more)
}

/** The first day that is not closed; null if nothing is closed. */
export function firstOpenDay(closedUntil: IsoDate | null): IsoDate | null {
  return closedUntil === null ? null : addDays(closedUntil, 1)
}
