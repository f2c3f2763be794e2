import { useState } from 'react'
import type { ReportFigures, ReportRow } from '../../../shared/api/reports.ts'
import type { Side } from '../../../shared/contract/attributes.ts'
import type { Minor } from '../../../shared/money/money.ts'
import { tickText } from '../../charts/axis.ts'
import { Button } from '../../controls/button.tsx'
import { Figure } from '../../controls/figure.tsx'
import { walkRows } from '../../controls/row-keys.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import type { By } from './report-choice.ts'
import styles from './report-table.module.css'
import { RowName } from './row-name.tsx'
import { type StripPiece, type StripScale, stripScale } from './strip-scale.ts'

interface ReportTableProps {
  readonly rows: readonly ReportRow[]
  readonly totals: ReportFigures
  readonly by: By
  readonly side: Side
  readonly decimals: number
  /** What the rows are of. */
  readonly heading: string
  readonly caption: string
}

/**
 * A book may have thousands of contracts: the largest come first, and more when they are asked for.
 */
const ROWS_AT_ONCE = 200
const KEYS: readonly StripPiece['kind'][] = ['solid', 'fee', 'returned', 'refunded']

/**
 * The figures of a report, with the chart of the same figures inside: one strip a row, all on one
 * scale.
 */
export function ReportTable({ rows, totals, by, side, decimals, heading, caption }: ReportTableProps) {
  const scale = stripScale(rows, side)
  const [most, setMost] = useState(ROWS_AT_ONCE)
  return (
    <>
      <table className={styles['report']} data-by={by} onKeyDown={walkRows}>
        <caption className={text['hidden']}>{caption}</caption>
        <colgroup>
          <col className={styles['column-label']} />
          <col className={styles['column-chart']} />
          <col className={styles['column-gross']} />
          <col className={styles['column-fees']} />
          <col className={styles['column-net']} />
          <col className={styles['column-back']} />
          <col className={styles['column-back']} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <td className={styles['chart']}>
              <Axis scale={scale} decimals={decimals} />
            </td>
            <th scope="col">{words('reports.gross')}</th>
            <th scope="col">{words('reports.fees', { side })}</th>
            <th scope="col" className={styles['net']}>
              {words('reports.net', { side })}
            </th>
            <th scope="col" className={styles['margin']}>
              {words('reports.returned')}
            </th>
            <th scope="col">{words('reports.refunded')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(row => {
            const nothing = row.gross === 0 && row.fees === 0 && row.returned === 0 && row.refunded === 0
            return (
              <tr key={row.key} data-nothing={nothing}>
                <th scope="row">{nothing ? row.label : <RowName row={row} by={by} />}</th>
                <td className={styles['chart']}>
                  <Strip scale={scale} figures={row} />
                </td>
                {nothing ? <NoFigures /> : <Figures figures={row} decimals={decimals} />}
              </tr>
            )
          })}
          {rows.length > most ? (
            <tr>
              <td colSpan={7} className={styles['none']}>
                <Button small look="line" onClick={() => setMost(most + ROWS_AT_ONCE)}>
                  {words('reports.more', { count: rows.length - most })}
                </Button>
              </td>
            </tr>
          ) : null}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={7} className={styles['none']}>
                {words('reports.nothing')}
              </td>
            </tr>
          ) : null}
        </tbody>
        <tfoot>
          <tr className={styles['total']}>
            <th scope="row">{words('reports.total', { by })}</th>
            <td className={styles['chart']}>
              <div style={{ paddingInlineStart: `${scale.zero}%` }}>
                <Keys totals={totals} side={side} />
              </div>
            </td>
            <Figures figures={totals} decimals={decimals} />
          </tr>
        </tfoot>
      </table>
      <div className={styles['keys-below']}>
        <Keys totals={totals} side={side} />
      </div>
    </>
  )
}

/**
 * What the pieces of the strips are: in the foot below them, or where that is too narrow below the
 * table.
 */
function Keys({ totals, side }: { totals: ReportFigures; side: Side }) {
  const has: Readonly<Record<StripPiece['kind'], boolean>> = {
    solid: totals.gross > 0,
    fee: totals.fees > 0,
    returned: totals.returned > 0,
    refunded: totals.refunded > 0,
  }
  return (
    <ul className={styles['keys']}>
      {KEYS.filter(kind => has[kind]).map(kind => (
        <li key={kind}>
          <span className={`${styles['piece']} ${styles[kind]}`} aria-hidden />
          {words('reports.key', { kind, side })}
        </li>
      ))}
    </ul>
  )
}

function Figures({
  figures: { gross, fees, net, returned, refunded },
  decimals,
}: {
  figures: ReportFigures
  decimals: number
}) {
  return (
    <>
      <Cell amount={gross} decimals={decimals} />
      <Cell amount={fees} decimals={decimals} />
      <Cell amount={net} decimals={decimals} className={styles['net']} />
      <Cell amount={returned} decimals={decimals} className={styles['margin']} quiet />
      <Cell amount={refunded} decimals={decimals} quiet />
    </>
  )
}

/** A month in which nothing happened stays empty, so that the others are seen. */
function NoFigures() {
  return (
    <>
      <td />
      <td />
      <td />
      <td className={styles['margin']} />
      <td />
    </>
  )
}

interface CellProps {
  readonly amount: Minor
  readonly decimals: number
  readonly className?: string | undefined
  /** Says nothing of nothing. */
  readonly quiet?: boolean
}

function Cell({ amount, decimals, className, quiet = false }: CellProps) {
  return (
    <td className={className}>
      {amount !== 0 ? (
        <Figure amount={amount} decimals={decimals} />
      ) : quiet ? null : (
        <span className={text['muted']}>–</span>
      )}
    </td>
  )
}

function Axis({ scale, decimals }: { scale: StripScale; decimals: number }) {
  return (
    <div className={styles['axis']} aria-hidden>
      {scale.ticks.map(({ amount, at }) => (
        <span key={amount} style={{ insetInlineStart: `${at}%` }}>
          {tickText(amount, decimals)}
        </span>
      ))}
    </div>
  )
}

/** The figures of a row drawn; they stand beside it as figures, so it is silent. */
function Strip({ scale, figures }: { scale: StripScale; figures: ReportFigures }) {
  return (
    <div className={styles['strip']} aria-hidden>
      {scale.ticks.map(({ amount, at }) => (
        <i key={amount} className={styles['tick']} data-zero={amount === 0} style={{ insetInlineStart: `${at}%` }} />
      ))}
      {scale.piecesOf(figures).map(({ kind, start, width }) => (
        <i
          key={kind}
          className={`${styles['piece']} ${styles[kind]}`}
          style={{ insetInlineStart: `${start}%`, width: `${width}%` }}
        />
      ))}
    </div>
  )
}
