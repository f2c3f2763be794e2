/** A calendar day as `YYYY-MM-DD`. Made only by `isoDate`. Days compare as strings. */
export type IsoDate = string & { readonly __isoDate: unique symbol }

const DAY_MS = 86_400_000

/**
 * Parses a calendar day; undefined unless it is a real day written as `YYYY-MM-DD` (refused as
 * `bad-date`). The calendar has no year 0.
 */
export function isoDate(text: string): IsoDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return undefined
  const time = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined
  return text as IsoDate
}

/** The day `days` after `from`, or before it if negative. */
export function addDays(from: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as IsoDate
}

/** The number of days from `from` to `to`; negative if `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS
}

/** The calendar day of a moment in this computer's time zone. */
export function dayOf(moment: Date): IsoDate {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}` as IsoDate
}
