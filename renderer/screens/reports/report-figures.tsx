import type { ReportFigures } from '../../../shared/api/reports.ts'
import type { Side } from '../../../shared/contract/attributes.ts'
import type { Minor } from '../../../shared/money/money.ts'
import { Figure } from '../../controls/figure.tsx'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './report-table.module.css'

interface FiguresProps {
  readonly figures: ReportFigures
  readonly decimals: number
  readonly side: Side
  /** True if there is no room for all figures beside each other. */
  readonly stacked: boolean
}

/** The figures of a row: each in its column, or in two columns one below the other. */
export function Figures({ figures, decimals, side, stacked }: FiguresProps) {
  const { gross, fees, net, returned, refunded } = figures
  if (stacked)
    return (
      <>
        <td className={styles['net']}>
          <Dashed amount={net} decimals={decimals} />
          <Below name={words('reports.gross')} amount={gross} decimals={decimals} />
          <Below name={words('reports.fees', { side })} amount={fees} decimals={decimals} />
        </td>
        <td className={styles['margin']}>
          <Below name={words('reports.returned')} amount={returned} decimals={decimals} />
          <Below name={words('reports.refunded')} amount={refunded} decimals={decimals} />
        </td>
      </>
    )
  return (
    <>
      <td>
        <Dashed amount={gross} decimals={decimals} />
      </td>
      <td>
        <Dashed amount={fees} decimals={decimals} />
      </td>
      <td className={styles['net']}>
        <Dashed amount={net} decimals={decimals} />
      </td>
      <td className={styles['margin']}>{returned === 0 ? null : <Figure amount={returned} decimals={decimals} />}</td>
      <td>{refunded === 0 ? null : <Figure amount={refunded} decimals={decimals} />}</td>
    </>
  )
}

/** Empty cells for a month without payments, so that the others stand out. */
export function NoFigures({ stacked }: { stacked: boolean }) {
  return (
    <>
      {stacked ? null : (
        <>
          <td />
          <td />
        </>
      )}
      <td />
      <td className={styles['margin']} />
      {stacked ? null : <td />}
    </>
  )
}

interface AmountProps {
  readonly amount: Minor
  readonly decimals: number
}

function Dashed({ amount, decimals }: AmountProps) {
  return amount === 0 ? <span className={text['muted']}>–</span> : <Figure amount={amount} decimals={decimals} />
}

/** A named figure on a line of its own; none of zero. */
function Below({ name, amount, decimals }: AmountProps & { readonly name: string }) {
  return amount === 0 ? null : (
    <span className={styles['below']}>
      {name} <Figure amount={amount} decimals={decimals} />
    </span>
  )
}
