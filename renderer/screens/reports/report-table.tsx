import { useState } from 'react'
import type { ReportFigures, ReportRow } from '../../../shared/api/reports.ts'
import type { Side } from '../../../shared/contract/attributes.ts'
import { Button } from '../../controls/button.tsx'
import { walkRows } from '../../controls/row-keys.ts'
import { Term } from '../../controls/term.tsx'
import { useWidth } from '../../controls/use-width.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import type { By } from './report-choice.ts'
import { Figures, NoFigures } from './report-figures.tsx'
import styles from './report-table.module.css'
import { useReportWidths } from './report-widths.ts'
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
  const [table, width] = useWidth<HTMLTableElement>()
  const { style, fit } = useReportWidths({ rows, totals, by, decimals }, width)
  const stacked = fit === 'stacked'
  return (
    <>
      <table ref={table} className={styles['report']} style={style} data-by={by} data-fit={fit} onKeyDown={walkRows}>
        <caption className={text['hidden']}>{caption}</caption>
        <ReportHead heading={heading} side={side} scale={scale} decimals={decimals} stacked={stacked} />
        <tbody>
          <ReportRows rows={rows} by={by} side={side} scale={scale} decimals={decimals} stacked={stacked} />
        </tbody>
        <tfoot>
          <tr className={styles['total']}>
            <th scope="row">{words('reports.total', { by })}</th>
            <td className={styles['chart']}>
              <div style={{ paddingInlineStart: `${scale.zero}%` }}>
                <Keys totals={totals} side={side} />
              </div>
            </td>
            <Figures figures={totals} decimals={decimals} side={side} stacked={stacked} />
          </tr>
        </tfoot>
      </table>
      {/* Replaces the chart where its column is too narrow. */}
      {fit === 'all' ? (
        <div className={styles['keys-below']}>
          <Keys totals={totals} side={side} />
        </div>
      ) : null}
    </>
  )
}

interface ReportHeadProps extends Pick<ReportTableProps, 'heading' | 'side' | 'decimals'> {
  readonly scale: StripScale
  readonly stacked: boolean
}

function ReportHead({ heading, side, scale, decimals, stacked }: ReportHeadProps) {
  return (
    <>
      <colgroup>
        <col className={styles['column-label']} />
        <col className={styles['column-chart']} />
        {stacked ? (
          <>
            <col />
            <col />
          </>
        ) : (
          <>
            <col className={styles['column-gross']} />
            <col className={styles['column-fees']} />
            <col className={styles['column-net']} />
            <col className={styles['column-returned']} />
            <col className={styles['column-refunded']} />
          </>
        )}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <td className={styles['chart']}>
            <Axis scale={scale} decimals={decimals} />
          </td>
          {stacked ? null : (
            <>
              <th scope="col">
                <Term term="gross" text={words('reports.gross')} />
              </th>
              <th scope="col">
                <Fees side={side} />
              </th>
            </>
          )}
          <th scope="col" className={styles['net']}>
            <Term term="net" text={words('reports.net', { side })} />
          </th>
          <th scope="col" className={styles['margin']}>
            <Term term="returned-payment" text={words('reports.returned')} />
          </th>
          {stacked ? null : (
            <th scope="col">
              <Term term="refunded" text={words('reports.refunded')} />
            </th>
          )}
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

interface ReportRowsProps extends Pick<ReportTableProps, 'rows' | 'by' | 'side' | 'decimals'> {
  readonly scale: StripScale
  readonly stacked: boolean
}

function ReportRows({ rows, by, side, scale, decimals, stacked }: ReportRowsProps) {
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
            {nothing ? (
              <NoFigures stacked={stacked} />
            ) : (
              <Figures figures={row} decimals={decimals} side={side} stacked={stacked} />
            )}
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
