import type { CSSProperties } from 'react'
import type { ReportFigures } from '../../../shared/api/reports.ts'
import { formatAmount, larger, type Minor, smaller } from '../../../shared/money/money.ts'
import { useFigureWidth } from '../../controls/figure-width.ts'
import { LOCALE } from '../../words/locale.ts'
import type { By } from './report-choice.ts'

/** The least widths, with the space beside a figure, for the heads of the columns, in px. */
const LEAST = { gross: 76, fees: 84, net: 88, returned: 76, refunded: 76 } as const
const BETWEEN = 12
/** The room of a month's name, of another name, and of a chart that can still be read, in px. */
const MONTH = 72
const NAME = 140
const CHART = 120

interface Shown {
  readonly rows: readonly ReportFigures[]
  readonly totals: ReportFigures
  readonly by: By
  readonly decimals: number
}

/**
 * The parts of a report that fit beside each other: all, the figures without the chart, or figures
 * in two columns, one below the other.
 */
export type ReportFit = 'all' | 'no-chart' | 'stacked'

/** The widths of a report's figures in a table of that width, 0 until it is measured. */
export function useReportWidths(
  { rows, totals, by, decimals }: Shown,
  width: number,
): { readonly style: CSSProperties; readonly fit: ReportFit } {
  const written = (name: keyof ReportFigures): readonly string[] =>
    extremes([totals, ...rows], name).map(amount => formatAmount(amount, decimals, LOCALE))
  const widths = {
    gross: Math.max(LEAST.gross, BETWEEN + useFigureWidth(written('gross'))),
    fees: Math.max(LEAST.fees, BETWEEN + useFigureWidth(written('fees'))),
    net: Math.max(LEAST.net, 2 * BETWEEN + useFigureWidth(written('net'))),
    returned: Math.max(LEAST.returned, BETWEEN + useFigureWidth(written('returned'))),
    refunded: Math.max(LEAST.refunded, BETWEEN + useFigureWidth(written('refunded'))),
  }
  const name = by === 'month' || by === 'year' ? MONTH : NAME
  const room = width - name - Object.values(widths).reduce((all, each) => all + each, 0)
  const style = Object.fromEntries(Object.entries(widths).map(([name, px]) => [`--${name}-width`, `${px}px`]))
  return { style, fit: width === 0 || room >= CHART ? 'all' : room >= 0 ? 'no-chart' : 'stacked' }
}

/** The lowest and the highest figure of a column. */
function extremes(rows: readonly ReportFigures[], name: keyof ReportFigures): readonly [Minor, Minor] {
  const [first, ...rest] = rows.map(row => row[name])
  if (first === undefined) throw new Error('a report has a total')
  return [rest.reduce(smaller, first), rest.reduce(larger, first)]
}
