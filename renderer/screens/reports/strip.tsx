import type { ReportFigures } from '../../../shared/api/reports.ts'
import type { Side } from '../../../shared/contract/attributes.ts'
import { tickText } from '../../charts/axis.ts'
import { words } from '../../words/say.tsx'
import styles from './report-table.module.css'
import type { StripPiece, StripScale } from './strip-scale.ts'

const KINDS: readonly StripPiece['kind'][] = ['solid', 'fee', 'returned', 'refunded']

/** The legend of the pieces that the strips contain. */
export function Keys({ totals, side }: { totals: ReportFigures; side: Side }) {
  const has: Readonly<Record<StripPiece['kind'], boolean>> = {
    solid: totals.gross > 0,
    fee: totals.fees > 0,
    returned: totals.returned > 0,
    refunded: totals.refunded > 0,
  }
  return (
    <ul className={styles['keys']}>
      {KINDS.filter(kind => has[kind]).map(kind => (
        <li key={kind}>
          <span className={`${styles['piece']} ${styles[kind]}`} aria-hidden />
          {words('reports.key', { kind, side })}
        </li>
      ))}
    </ul>
  )
}

/** The axis above the strips. Hidden from screen readers, since the figures are in the table. */
export function Axis({ scale, decimals }: { scale: StripScale; decimals: number }) {
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

/**
 * The figures of a row as a drawing. Hidden from screen readers, since the row has them as text.
 */
export function Strip({ scale, figures }: { scale: StripScale; figures: ReportFigures }) {
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
