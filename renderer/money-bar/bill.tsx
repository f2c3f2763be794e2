import type { ReactNode } from 'react'
import type { Minor } from '../../shared/money/money.ts'
import { Figure } from '../controls/figure.tsx'
import styles from './bill.module.css'
import { BarKey, type Piece } from './money-bar.tsx'

/** A short sum in a form: its lines, and a bookkeeper's double rule under the total. */
export function Bill({ children }: { children: ReactNode }) {
  return (
    <table className={styles['bill']}>
      <tbody>{children}</tbody>
    </table>
  )
}

interface BillLineProps {
  /** The kind of its piece in the bar above. */
  readonly kind?: Piece['kind']
  readonly amount: Minor
  readonly decimals: number
  readonly total?: boolean
  readonly children: ReactNode
}

/** One line of a bill. */
export function BillLine({ kind, amount, decimals, total = false, children }: BillLineProps) {
  return (
    <tr className={total ? styles['total'] : undefined}>
      <td className={styles['key']}>{kind === undefined ? null : <BarKey kind={kind} />}</td>
      <th scope="row">{children}</th>
      <td className={styles['amount']}>
        <Figure amount={amount} decimals={decimals} />
      </td>
    </tr>
  )
}
