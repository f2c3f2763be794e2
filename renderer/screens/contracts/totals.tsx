import type { SummaryRow } from '../../../shared/api/contracts.ts'
import { Figure } from '../../controls/figure.tsx'
import { piecesOf, SmallMoneyBar } from '../../money-bar/money-bar.tsx'
import { choose } from '../../state/contracts.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './totals.module.css'

/** The money in escrow by currency; clicking a currency shows only its contracts. */
export function Totals() {
  const summary = useStore(state => state.summary)
  const chosen = useStore(state => state.choice.currency)
  const error = useStore(state => state.summaryError)
  if (error !== null)
    return (
      <p className={`${text['answer']} ${styles['totals']}`} role="alert">
        {error.message}
      </p>
    )
  if (summary === null) return <div className={styles['totals']} />
  return (
    <fieldset className={styles['totals']} aria-label={words('totals.label')}>
      {summary.map(row => (
        <Total key={row.currency} row={row} chosen={row.currency === chosen} />
      ))}
    </fieldset>
  )
}

function Total({ row, chosen }: { row: SummaryRow; chosen: boolean }) {
  const { currency, decimals, escrow, released, open, bar } = row
  return (
    <button
      type="button"
      aria-pressed={chosen}
      aria-label={words(
        'totals.name',
        { currency, escrow: { money: escrow }, released: { money: released }, open },
        decimals,
      )}
      onClick={() => choose({ currency: chosen ? null : currency })}
    >
      <span className={styles['figure']}>
        <span className={styles['amount']}>
          <Figure amount={escrow} decimals={decimals} />
        </span>
        <span className={text['currency']}>{words('totals.in-escrow', { currency })}</span>
      </span>
      <SmallMoneyBar pieces={piecesOf(bar)} decimals={decimals} />
      <span className={styles['more']}>{words('totals.more', { released: { money: released }, open }, decimals)}</span>
    </button>
  )
}
