import { type PointerEvent, useState } from 'react'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { formatAmount, type Minor } from '../../../shared/money/money.ts'
import { tickText } from '../../charts/axis.ts'
import { useWidth } from '../../controls/use-width.ts'
import { dateText } from '../../words/days.ts'
import { LOCALE } from '../../words/locale.ts'
import { words } from '../../words/say.tsx'
import { BOTTOM, type ChartFigures, chartLayout, HEIGHT } from './chart-layout.ts'
import { escrowOn, monthsOf, type Scale, stepPath, textWidth } from './chart-scale.ts'
import styles from './escrow-chart.module.css'

interface EscrowChartProps extends ChartFigures {
  readonly currency: string
}

/**
 * The escrow of each day, and a forecast (dashed) of what happens if nobody answers. Hovering over
 * a day shows its amount.
 */
export function EscrowChart({ currency, ...figures }: EscrowChartProps) {
  const [place, width] = useWidth<HTMLDivElement>()
  return (
    <div ref={place} className={styles['place']}>
      {width === 0 ? null : <Chart currency={currency} figures={figures} width={width} />}
    </div>
  )
}

interface ChartProps {
  readonly currency: string
  readonly figures: ChartFigures
  readonly width: number
}

function Chart({ currency, figures, width }: ChartProps) {
  const { decimals, escrow, forecast, today, latest } = figures
  const [pointed, setPointed] = useState<IsoDate | null>(null)
  const layout = chartLayout(figures, width)
  const { ticks, isNarrow, scale, outline, lineTop } = layout
  const { x, y, right } = scale
  const moves = forecast.points.length > 0
  const latestX = x(latest)
  const asOf = { isToday: latest === today ? 'yes' : 'no', day: dateText(latest, today) }
  function point(event: PointerEvent<SVGSVGElement>): void {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left
    setPointed(at > right ? null : scale.dayAt(at))
  }
  return (
    <svg
      className={styles['chart']}
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={chartLabel(currency, figures, layout)}
      onPointerMove={point}
      onPointerLeave={() => setPointed(null)}
    >
      <path className={styles['area']} d={`${outline}V${BOTTOM}H0Z`} />
      <Grid ticks={ticks} scale={scale} width={width} decimals={decimals} />
      <path className={styles['edge']} d={outline} />
      {pointed === null ? null : <PointedDay day={pointed} figures={figures} scale={scale} lineTop={lineTop} />}
      <line className={styles['today']} x1={latestX} x2={latestX} y1={lineTop} y2={BOTTOM} />
      {moves ? (
        <path
          className={styles['next']}
          d={stepPath(
            forecast.points.map(each => ({ ...each, on: each.on < latest ? latest : each.on })),
            { on: latest, escrow },
            scale.end,
            scale,
          )}
        />
      ) : null}
      <circle className={styles['now']} cx={latestX} cy={y(escrow)} r={3.5} />
      <text x={isNarrow ? width : latestX - 8} y={18} textAnchor="end">
        <Amount of="chart.today" params={asOf} amount={escrow} decimals={decimals} />
      </text>
      {moves ? (
        <text x={isNarrow ? width : latestX + 8} y={isNarrow ? 36 : 18} textAnchor={isNarrow ? 'end' : 'start'}>
          <Amount of="chart.forecast" amount={forecast.left} decimals={decimals} />
        </text>
      ) : null}
      {monthsOf(scale).map(({ day, text }) =>
        x(day) + textWidth(text) > right ? null : (
          <text key={day} x={x(day)} y={BOTTOM + 22}>
            {text}
          </text>
        ),
      )}
    </svg>
  )
}

function chartLabel(
  currency: string,
  { decimals, escrow, forecast, today, latest }: ChartFigures,
  { start, most }: ReturnType<typeof chartLayout>,
): string {
  return words(
    'chart.label',
    {
      currency,
      from: dateText(start, today),
      isToday: latest === today ? 'yes' : 'no',
      to: dateText(latest, today),
      escrow: { money: escrow },
      most: { money: most },
      moves: forecast.points.length > 0 ? 'some' : 'none',
      left: { money: forecast.left },
      date: dateText(forecast.until, today),
    },
    decimals,
  )
}

interface GridProps {
  readonly ticks: readonly Minor[]
  readonly scale: Scale
  readonly width: number
  readonly decimals: number
}

/** The horizontal lines, with their amounts at the right. */
function Grid({ ticks, scale: { y, right }, width, decimals }: GridProps) {
  return ticks.map(tick => (
    <g key={tick}>
      <line
        className={styles['grid']}
        x1={0}
        x2={right}
        y1={Math.round(y(tick)) + 0.5}
        y2={Math.round(y(tick)) + 0.5}
      />
      <text x={width} y={y(tick) + 4} textAnchor="end">
        {tickText(tick, decimals)}
      </text>
    </g>
  ))
}

interface PointedDayProps {
  readonly day: IsoDate
  readonly figures: ChartFigures
  readonly scale: Scale
  readonly lineTop: number
}

/** The day under the pointer, with its escrow: past or forecast. */
function PointedDay({ day, figures, scale: { x }, lineTop }: PointedDayProps) {
  const { decimals, points, escrow, forecast, today, latest } = figures
  const amount =
    day <= latest ? escrowOn(points, day) : (forecast.points.findLast(each => each.on <= day)?.escrow ?? escrow)
  return (
    <>
      <line className={styles['pointed']} x1={x(day)} x2={x(day)} y1={lineTop} y2={BOTTOM} />
      <text x={0} y={18}>
        {dateText(day, today)} <tspan className={styles['strong']}>{formatAmount(amount, decimals, LOCALE)}</tspan>
      </text>
    </>
  )
}

/** A placeholder for the amount, so that translations can put it anywhere in the sentence. */
const MARK = '\u0000'

interface AmountProps {
  readonly of: 'chart.today' | 'chart.forecast'
  readonly params?: Readonly<Record<string, string>>
  readonly amount: Minor
  readonly decimals: number
}

function Amount({ of, params, amount, decimals }: AmountProps) {
  const [before, after] = words(of, { ...params, amount: MARK }).split(MARK)
  return (
    <>
      {before}
      <tspan className={styles['strong']}>{formatAmount(amount, decimals, LOCALE)}</tspan>
      {after}
    </>
  )
}
