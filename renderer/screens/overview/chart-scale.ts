import { addDays, daysBetween, type IsoDate } from '../../../shared/dates/calendar.ts'
import { type Minor, ZERO } from '../../../shared/money/money.ts'
import { WORDS_LOCALE } from '../../words/locale.ts'

const YEAR_DAYS = 365
/** The minimum span of a chart: with only a few days it would be a single step. */
const LEAST_DAYS = 28
const CHARACTER_WIDTH = 6.8
const MONTH_ROOM = 44
const START_ROOM = 64

const monthName = new Intl.DateTimeFormat(WORDS_LOCALE, { month: 'short', timeZone: 'UTC' })
const dayName = new Intl.DateTimeFormat(WORDS_LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' })
const yearName = new Intl.DateTimeFormat(WORDS_LOCALE, { year: 'numeric', timeZone: 'UTC' })
const longMonth = new Intl.DateTimeFormat(WORDS_LOCALE, { month: 'long', timeZone: 'UTC' })
const longMonthAndYear = new Intl.DateTimeFormat(WORDS_LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A day on which escrow changed, and the amount after it. */
export interface Point {
  readonly on: IsoDate
  readonly escrow: Minor
}

const firstOfMonth = (day: IsoDate): IsoDate => `${day.slice(0, 7)}-01` as IsoDate
const timeOf = (day: IsoDate): number => Date.parse(`${day}T00:00:00Z`)

/**
 * The first day of a chart: the start of the month of the first change, but at least four weeks and
 * at most a year ago.
 */
export function chartStart(points: readonly Point[], today: IsoDate): IsoDate {
  const first = points[0]?.on ?? today
  const yearAgo = addDays(today, -YEAR_DAYS)
  const start = firstOfMonth(first < yearAgo ? yearAgo : first)
  const latest = addDays(today, -LEAST_DAYS)
  return start < latest ? start : latest
}

/** The full name of a month, with its year unless it is today's. */
export function monthText(day: IsoDate, today: IsoDate): string {
  return (day.slice(0, 4) === today.slice(0, 4) ? longMonth : longMonthAndYear).format(timeOf(day))
}

/** The approximate width of a chart's text in pixels, to detect overlaps. */
export function textWidth(text: string): number {
  return text.length * CHARACTER_WIDTH
}

/** The escrow at the end of a day. */
export function escrowOn(points: readonly Point[], day: IsoDate): Minor {
  return points.findLast(point => point.on <= day)?.escrow ?? ZERO
}

/** Converts days and amounts to the pixels of a chart. */
export interface Scale {
  readonly start: IsoDate
  readonly end: IsoDate
  /** The right end of the plot, where the labels of the amount axis begin. */
  readonly right: number
  readonly x: (day: IsoDate) => number
  readonly y: (amount: number) => number
  readonly dayAt: (x: number) => IsoDate
}

interface ScaleOptions {
  readonly start: IsoDate
  /** The last day before the forecast. */
  readonly latest: IsoDate
  /** The number of forecast days after `latest`; 0 for none. */
  readonly ahead: number
  readonly right: number
  /** The width of the forecast's label, in pixels. */
  readonly aheadWidth: number
  readonly top: number
  readonly bottom: number
  readonly most: number
}

/** The scale of a chart: linear in time, but stretched so that the forecast's label fits. */
export function scaleOf({ start, latest, ahead, right, aheadWidth, top, bottom, most }: ScaleOptions): Scale {
  const past = daysBetween(start, latest)
  const room = Math.min(aheadWidth, right / 2)
  const end = ahead === 0 ? latest : addDays(latest, Math.max(ahead + 5, Math.ceil((past * room) / (right - room))))
  const days = daysBetween(start, end)
  return {
    start,
    end,
    right,
    x: day => Math.round((daysBetween(start, day) / days) * right * 10) / 10,
    y: amount => Math.round((bottom - (amount / Math.max(most, 1)) * (bottom - top)) * 10) / 10,
    dayAt: x => addDays(start, Math.max(0, Math.min(days, Math.floor((x / right) * days)))),
  }
}

/** The outline of escrow from `from` to `until`: a step at every change. */
export function stepPath(points: readonly Point[], from: Point, until: IsoDate, { x, y }: Scale): string {
  const steps = points
    .filter(point => point.on >= from.on && point.on <= until)
    .map(point => `H${x(point.on)}V${y(point.escrow)}`)
  return `M${x(from.on)} ${y(from.escrow)}${steps.join('')}H${x(until)}`
}

/**
 * The labels of a time axis: as many months as fit, each January shown as its year, and the first
 * day.
 */
export function monthsOf({ start, end, x }: Scale): readonly { readonly day: IsoDate; readonly text: string }[] {
  const months: IsoDate[] = []
  for (let day = firstOfMonth(start); day <= end; day = firstOfMonth(addDays(day, 31)))
    if (day >= start) months.push(day)
  const [first, second] = months
  const apart = first !== undefined && second !== undefined ? x(second) - x(first) : MONTH_ROOM
  const each = Math.max(1, Math.ceil(MONTH_ROOM / Math.max(apart, 1)))
  const shown = months
    .filter((_, place) => place % each === 0)
    .map(day => ({ day, text: (day.slice(5, 7) === '01' ? yearName : monthName).format(timeOf(day)) }))
  // An axis that begins mid-month also labels its first day, if there is room.
  return first !== undefined && x(first) < START_ROOM
    ? shown
    : [{ day: start, text: dayName.format(timeOf(start)) }, ...shown]
}
