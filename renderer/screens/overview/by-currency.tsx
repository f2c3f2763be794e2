import type { SummaryRow } from '../../../shared/api/contracts.ts'
import { Figure } from '../../controls/figure.tsx'
import { Term } from '../../controls/term.tsx'
import { piecesOf, SmallMoneyBar } from '../../money-bar/money-bar.tsx'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './sums.module.css'

/** The sums paid in and out and in escrow, one row per currency; currencies are never added up. */
export function ByCurrency({ summary }: { summary: readonly SummaryRow[] }) {
  return (
    <section aria-labelledby="by-currency-heading">
      <table className={styles['sums']} aria-labelledby="by-currency-heading">
        <colgroup>
          <col className={styles['column-currency']} />
          <col className={styles['column-bar']} />
          <col className={styles['column-amount']} />
          <col className={styles['column-amount']} />
          <col className={styles['column-amount']} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              <h2 id="by-currency-heading">{words('by-currency.heading')}</h2>
            </th>
            <th scope="col">{words('by-currency.in')}</th>
            <th scope="col">
              <Term term="paid-out" text={words('by-currency.out')} />
            </th>
            <th scope="col">
              <Term term="escrow" text={words('by-currency.escrow')} />
            </th>
          </tr>
        </thead>
        <tbody>
          {summary.map(({ currency, decimals, deposited, released, escrow, bar }) => (
            <tr key={currency}>
              <th scope="row">{currency}</th>
              <td>
                <SmallMoneyBar pieces={piecesOf(bar)} decimals={decimals} height={8} />
              </td>
              {[deposited, released].map((amount, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: paid in and paid out, always in this order.
                <td key={place} className={amount === 0 ? text['muted'] : undefined}>
                  <Figure amount={amount} decimals={decimals} mixed />
                </td>
              ))}
              <td className={escrow === 0 ? text['muted'] : styles['strong']}>
                <Figure amount={escrow} decimals={decimals} mixed />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
