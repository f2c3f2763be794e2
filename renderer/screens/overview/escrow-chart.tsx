import { type PointerEvent, useState } from 'react'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { formatAmount, type Minor, minor } from '../../../shared/money/money.ts'
import { ticksUpTo, tickText } from '../../charts/axis.ts'
import { dateText } from '../../words/days.ts'
import { LOCALE } from '../../words/locale.ts'
import { words } from '../../words/say.tsx'
import { chartStart, escrowOn, monthsOf, type Point, scaleOf, stepPath, textWidth } from './chart-scale.ts'
import styles from './escrow-chart.module.css'
import type { Forecast } from './forecast.ts'
import { useWidth } from './use-width.ts'

const HEIGHT = 248
const BOTTOM = 222
const MOST_TICKS = 4
/** Narrower than this, the words about today and about the future stand below each other. */
const NARROW = 560

interface EscrowChartProps {
  readonly currency: string
  readonly decimals: number
  readonly points: readonly Point[]
  readonly escrow: Minor
  readonly forecast: Forecast
  readonly today: IsoDate
}

/**
 * What was in escrow day by day, and dashed what becomes of it if nobody answers. Resting on it
 * tells the amount of a day.
 */
export function EscrowChart({ currency, decimals, points, escrow, forecast, today }: EscrowChartProps) {
  const [place, width] = useWidth<HTMLDivElement>()
  const [pointed, setPointed] = useState<IsoDate | null>(null)
  const moves = forecast.points.length > 0
  const start = chartStart(points, today)
  const shown = points.filter(point => point.on > start)
  const most = minor(
    shown.reduce<number>((most, point) => Math.max(most, point.escrow), Math.max(escrow, escrowOn(points, start))),
  )
  const ticks = ticksUpTo(most, MOST_TICKS).filter(tick => tick <= most || tick === 0)
  const axisWidth = Math.ceil(Math.max(...ticks.map(tick => textWidth(tickText(tick, decimals))))) + 12
  const narrow = width < NARROW
  const ahead = words('chart.forecast', { amount: { money: forecast.left } }, decimals)
  const scale = scaleOf({
    start,
    today,
    ahead: moves ? Math.max(forecast.days, 1) : 0,
    right: Math.max(width - axisWidth, 1),
    aheadWidth: narrow ? 48 : textWidth(ahead) + 20 - axisWidth,
    top: narrow ? 56 : 38,
    bottom: BOTTOM,
    most,
  })
  const { x, y, right } = scale
  const outline = stepPath(points, { on: start, escrow: escrowOn(points, start) }, today, scale)
  const todayX = x(today)
  // Below the words where they stand across it.
  const lineTop = narrow ? 44 : 8
  const label = words(
    'chart.label',
    {
      currency,
      from: dateText(start, today),
      escrow: { money: escrow },
      most: { money: most },
      moves: moves ? 'some' : 'none',
      left: { money: forecast.left },
      date: dateText(forecast.until, today),
    },
    decimals,
  )
  function point(event: PointerEvent<SVGSVGElement>): void {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left
    setPointed(at > right ? null : scale.dayAt(at))
  }
  const amountOn = (day: IsoDate): Minor =>
    day <= today ? escrowOn(points, day) : (forecast.points.findLast(each => each.on <= day)?.escrow ?? escrow)
  return (
    <div ref={place} className={styles['place']}>
      {width === 0 ? null : (
        <svg
          className={styles['chart']}
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={label}
          onPointerMove={point}
          onPointerLeave={() => setPointed(null)}
        >
          <path className={styles['area']} d={`${outline}V${BOTTOM}H0Z`} />
          {ticks.map(tick => (
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
          ))}
          <path className={styles['edge']} d={outline} />
          {pointed === null ? null : (
            <>
              <line className={styles['pointed']} x1={x(pointed)} x2={x(pointed)} y1={lineTop} y2={BOTTOM} />
              <text x={0} y={18}>
                {dateText(pointed, today)}{' '}
                <tspan className={styles['strong']}>{formatAmount(amountOn(pointed), decimals, LOCALE)}</tspan>
              </text>
            </>
          )}
          <line className={styles['today']} x1={todayX} x2={todayX} y1={lineTop} y2={BOTTOM} />
          {moves ? (
            <path
              className={styles['next']}
              d={stepPath(
                forecast.points.map(each => ({ ...each })),
                { on: today, escrow },
                scale.end,
                scale,
              )}
            />
          ) : null}
          <circle className={styles['now']} cx={todayX} cy={y(escrow)} r={3.5} />
          <text x={narrow ? width : todayX - 8} y={18} textAnchor="end">
            <Amount of="chart.today" amount={escrow} decimals={decimals} />
          </text>
          {moves ? (
            <text x={narrow ? width : todayX + 8} y={narrow ? 36 : 18} textAnchor={narrow ? 'end' : 'start'}>
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
      )}
    </div>
  )
}

/** Stands for the amount in its sentence, which may place it anywhere. */
const MARK = '\u0000'

function Amount({ of, amount, decimals }: { of: 'chart.today' | 'chart.forecast'; amount: Minor; decimals: number }) {
  const [before, after] = words(of, { amount: MARK }).split(MARK)
  return (
    <>
      {before}
      <tspan className={styles['strong']}>{formatAmount(amount, decimals, LOCALE)}</tspan>
      {after}
    </>
  )
}
