import type { SummaryRow } from '../../../shared/api/contracts.ts'
import { type Minor, sum, ZERO } from '../../../shared/money/money.ts'
import { Figure } from '../../controls/figure.tsx'
import { Term } from '../../controls/term.tsx'
import { BarKey } from '../../money-bar/money-bar.tsx'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './sums.module.css'

const KINDS = ['held', 'reserved', 'unallocated'] as const

/**
 * The parts of one currency's escrow: held, reserved and free. They are the money bar's figures, so
 * nothing counts twice.
 */
export function EscrowParts({ row: { currency, decimals, escrow, bar } }: { row: SummaryRow }) {
  const amountOf = (kind: (typeof KINDS)[number]): Minor =>
    sum(ZERO, ...bar.segments.filter(segment => segment.kind === kind).map(segment => segment.amount))
  return (
    <section aria-labelledby="parts-heading">
      <table className={`${styles['sums']} ${styles['low']}`} aria-labelledby="parts-heading">
        <colgroup>
          <col className={styles['column-key']} />
          <col />
          <col className={styles['column-amount']} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" colSpan={2} className={styles['start']}>
              <h2 id="parts-heading">
                {words('parts.heading')} <span className={text['currency']}>{currency}</span>
              </h2>
            </th>
            <th scope="col">
              <span className={text['hidden']}>{words('parts.amount')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {KINDS.map(kind => (
            <tr key={kind}>
              <td>
                <BarKey kind={kind} />
              </td>
              <th scope="row" className={styles['start']}>
                <Term term={kind} text={words('parts.kind', { kind })} />
              </th>
              <td className={amountOf(kind) === 0 ? text['muted'] : undefined}>
                <Figure amount={amountOf(kind)} decimals={decimals} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={styles['total']}>
            <td />
            <th scope="row" className={styles['start']}>
              {words('parts.kind', { kind: 'all' })}
            </th>
            <td>
              <Figure amount={escrow} decimals={decimals} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
