import { daysBetween, type IsoDate } from '../../../shared/dates/calendar.ts'
import { type Minor, minor } from '../../../shared/money/money.ts'
import { ticksUpTo, tickText } from '../../charts/axis.ts'
import { words } from '../../words/say.tsx'
import { chartStart, escrowOn, type Point, scaleOf, stepPath, textWidth } from './chart-scale.ts'
import type { Forecast } from './forecast.ts'

/** The chart's height in pixels. */
export const HEIGHT = 248
/** The y coordinate of the time axis, in pixels. */
export const BOTTOM = 222
const MOST_TICKS = 4
/** In narrower charts, in px, the labels of today and of the forecast are stacked. */
const NARROW = 560

/** The figures of the chart; amounts in minor units. */
export interface ChartFigures {
  readonly decimals: number
  readonly points: readonly Point[]
  readonly escrow: Minor
  readonly forecast: Forecast
  readonly today: IsoDate
  /** The day as of which `escrow` is: today, or the day of an entry dated later. */
  readonly latest: IsoDate
}

/**
 * Lays out the chart for a width in pixels: its first day, highest amount, ticks, scale and lines.
 */
export function chartLayout({ decimals, points, escrow, forecast, today, latest }: ChartFigures, width: number) {
  const start = chartStart(points, today)
  const before = escrowOn(points, start)
  const most = minor(
    points
      .filter(point => point.on > start)
      .reduce<number>((most, point) => Math.max(most, point.escrow), Math.max(escrow, before)),
  )
  const ticks = ticksUpTo(most, MOST_TICKS).filter(tick => tick <= most || tick === 0)
  const axisWidth = Math.ceil(Math.max(...ticks.map(tick => textWidth(tickText(tick, decimals))))) + 12
  const isNarrow = width < NARROW
  const ahead = words('chart.forecast', { amount: { money: forecast.left } }, decimals)
  const scale = scaleOf({
    start,
    latest,
    ahead: forecast.points.length > 0 ? Math.max(daysBetween(latest, forecast.until), 1) : 0,
    right: Math.max(width - axisWidth, 1),
    aheadWidth: isNarrow ? 48 : textWidth(ahead) + 20 - axisWidth,
    top: isNarrow ? 56 : 38,
    bottom: BOTTOM,
    most,
  })
  return {
    start,
    most,
    ticks,
    isNarrow,
    scale,
    outline: stepPath(points, { on: start, escrow: before }, latest, scale),
    // Vertical lines start below the labels, which they might cross.
    lineTop: isNarrow ? 44 : 8,
  }
}
