import { addDays, type IsoDate } from '../../../shared/dates/calendar.ts'

/** The day `days` after `on`; null for 0 days, which means no deadline (rules.md, Presets). */
export function deadlineAfter(on: IsoDate, days: number): IsoDate | null {
  return days === 0 ? null : addDays(on, days)
}
