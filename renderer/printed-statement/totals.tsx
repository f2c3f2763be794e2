import type { PrintedStatement } from '../../shared/printed-statement/printed-statement.ts'
import { Figure } from '../controls/figure.tsx'
import { words } from '../words/say.tsx'
import page from './page.module.css'
import styles from './totals.module.css'

/** The totals of a statement with several contracts: one line per currency, never added up. */
export function Totals({ statement: { contracts, totals } }: { statement: PrintedStatement }) {
  if (totals.length === 0) return <p className={page['nothing']}>{words('printed.nothing')}</p>
  return (
    <table className={styles['totals']}>
      <caption>{words('printed.together', { contracts: contracts.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{words('printed.currency')}</th>
          <th scope="col">{words('printed.contracts')}</th>
          <th scope="col">{words('printed.before')}</th>
          <th scope="col">{words('printed.paid-in')}</th>
          <th scope="col">{words('printed.paid-out')}</th>
          <th scope="col">{words('printed.refunded')}</th>
          <th scope="col">{words('printed.in-escrow')}</th>
        </tr>
      </thead>
      <tbody>
        {totals.map(({ currency, decimals, contracts: count, opening, deposited, released, refunded, closing }) => (
          <tr key={currency}>
            <th scope="row">{currency}</th>
            <td>{count}</td>
            {Object.entries({ opening, deposited, released, refunded, closing }).map(([which, amount]) => (
              <td key={which}>
                <Figure amount={amount} decimals={decimals} mixed />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
