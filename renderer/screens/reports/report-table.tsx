import { useState } from 'react'
import type { ReportFigures, ReportRow } from '../../../shared/api/reports.ts'
import type { Side } from '../../../shared/contract/attributes.ts'
import type { Minor } from '../../../shared/money/money.ts'
import { Button } from '../../controls/button.tsx'
import { Figure } from '../../controls/figure.tsx'
import { walkRows } from '../../controls/row-keys.ts'
import { Term } from '../../controls/term.tsx'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import type { By } from './report-choice.ts'
import styles from './report-table.module.css'
import { RowName } from './row-name.tsx'
import { Axis, Keys, Strip } from './strip.tsx'
import { type StripScale, stripScale } from './strip-scale.ts'

interface ReportTableProps {
  readonly rows: readonly ReportRow[]
  readonly totals: ReportFigures
  readonly by: By
  readonly side: Side
  readonly decimals: number
  /** The heading of the rows' names. */
  readonly heading: string
  readonly caption: string
}

/**
 * The number of rows shown at first and added each time: a book may have thousands of contracts.
 */
const ROWS_AT_ONCE = 200

/** The figures of a report as a table that includes a chart of them: one strip per row. */
export function ReportTable({ rows, totals, by, side, decimals, heading, caption }: ReportTableProps) {
  const scale = stripScale(rows, side)
  return (
    <>
      <table className={styles['report']} data-by={by} onKeyDown={walkRows}>
        <caption className={text['hidden']}>{caption}</caption>
        <ReportHead heading={heading} side={side} scale={scale} decimals={decimals} />
        <tbody>
          <ReportRows rows={rows} by={by} scale={scale} decimals={decimals} />
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
      {/* Replaces the chart where its column is too narrow. */}
      <div className={styles['keys-below']}>
        <Keys totals={totals} side={side} />
      </div>
    </>
  )
}

interface ReportHeadProps extends Pick<ReportTableProps, 'heading' | 'side' | 'decimals'> {
  readonly scale: StripScale
}

function ReportHead({ heading, side, scale, decimals }: ReportHeadProps) {
  return (
    <>
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
          <th scope="col">
            <Term term="gross" text={words('reports.gross')} />
          </th>
          <th scope="col">
            <Fees side={side} />
          </th>
          <th scope="col" className={styles['net']}>
            <Term term="net" text={words('reports.net', { side })} />
          </th>
          <th scope="col" className={styles['margin']}>
            <Term term="returned-payment" text={words('reports.returned')} />
          </th>
          <th scope="col">
            <Term term="refunded" text={words('reports.refunded')} />
          </th>
        </tr>
      </thead>
    </>
  )
}

/** The head of the fees column: fees that a client pays on top, or that a freelancer is charged. */
function Fees({ side }: { side: Side }) {
  const text = words('reports.fees', { side })
  return side === 'client' ? <Term term="fees-on-top" text={text} /> : <Term term="freelancer-fee" text={text} />
}

interface ReportRowsProps extends Pick<ReportTableProps, 'rows' | 'by' | 'decimals'> {
  readonly scale: StripScale
}

function ReportRows({ rows, by, scale, decimals }: ReportRowsProps) {
  const [most, setMost] = useState(ROWS_AT_ONCE)
  return (
    <>
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
    </>
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

/** Empty cells for a month without payments, so that the others stand out. */
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
  /** True to leave zero empty instead of showing a dash. */
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
