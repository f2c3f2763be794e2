import { Button } from '../../controls/button.tsx'
import { ask } from '../../state/confirmation.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './apply-bar.module.css'
import { BalanceTable } from './balance-table.tsx'
import type { MatchedStatement } from './statement.ts'
import { applyTicked, countTicked } from './statement-ticks.ts'

/** The bar below the rows: the balance, and the button that records the ticked rows. */
export function ApplyBar({ statement }: { statement: MatchedStatement }) {
  const { match, file, ticks, recording } = statement
  const count = countTicked(match, ticks)
  const readOnly = useStore(state => state.book?.readOnly === true)
  const off = count === 0 || recording || readOnly
  function confirm(): void {
    ask({
      title: { key: 'reconcile.confirm-title', params: { count, file } },
      about: { key: 'reconcile.confirm-about' },
      know: [words('reconcile.confirm-foot'), words('reconcile.confirm-undo')],
      stay: { key: 'reconcile.confirm-stay' },
      act: { key: 'reconcile.confirm-act', params: { count } },
      perform: applyTicked,
    })
  }
  return (
    <div className={styles['bar']}>
      <BalanceTable match={match} />
      <div className={styles['go']}>
        <p className={text['muted']}>
          {match.after.refused === null
            ? words('reconcile.foot', { count })
            : words('statement.refused-row', match.after.refused)}
        </p>
        <Button look="primary" aria-disabled={off} onClick={confirm}>
          {recording ? words('reconcile.recording') : words('reconcile.apply', { count })}
        </Button>
      </div>
    </div>
  )
}
