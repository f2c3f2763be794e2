import { less, type Minor, minor } from '../../../shared/money/money.ts'
import type { StatementMatch } from '../../../shared/reconcile/statement.ts'
import { Button } from '../../controls/button.tsx'
import { Figure } from '../../controls/figure.tsx'
import { ask } from '../../state/confirmation.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './apply-bar.module.css'
import { spanText } from './span-text.ts'
import { useStatement } from './statement.ts'
import { applyTicked, balanceAfter, countTicked } from './statement-ticks.ts'

/**
 * The foot of a reconciliation: what both sides come to, now and with what is ticked, why they
 * differ, and recording it.
 */
export function ApplyBar({ match, file }: { match: StatementMatch; file: string }) {
  const count = useStatement(countTicked)
  const recording = useStatement(state => state.recording)
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
    <div className={styles['settle']}>
      <Balance match={match} />
      <div className={styles['go']}>
        <p className={text['muted']}>{words('reconcile.foot', { count })}</p>
        <Button look="primary" aria-disabled={off} onClick={confirm}>
          {recording ? words('reconcile.recording') : words('reconcile.apply', { count })}
        </Button>
      </div>
    </div>
  )
}

const LISTS = ['new', 'proposed', 'differs', 'onlyInBook', 'rest'] as const

function Balance({ match }: { match: StatementMatch }) {
  const after = useStatement(balanceAfter)
  const { currency, decimals, of, because } = match.balance
  if (after === null) return null
  // What a client is charged leaves the account; said as charged it is no negative amount.
  const isCharged = of === 'client' && match.balance.statement < 0
  const said = (amount: Minor): Minor => (isCharged ? minor(-amount) : amount)
  const [statement, book, later] = [said(match.balance.statement), said(match.balance.book), said(after)]
  const [now, then] = [less(book, statement), less(later, statement)]
  const why = now === 0 && then === 0 ? 'none' : then === 0 ? 'rows' : 'lists'
  const lists = LISTS.filter(list => because[list] !== 0)
    .map(list => words('reconcile.why-list', { list, amount: { money: said(because[list]) } }, decimals))
    .join(', ')
  return (
    <table className={styles['balance']}>
      <caption className={text['hidden']}>{words('reconcile.balance')}</caption>
      <thead>
        <tr>
          <th scope="col">
            {words('reconcile.balance-of', { of, sign: isCharged ? 'less' : 'more', currency, span: spanText(match) })}
          </th>
          <th scope="col" className={styles['number']}>
            {words('reconcile.now')}
          </th>
          <th scope="col" className={styles['number']}>
            {words('reconcile.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{words('reconcile.your-book')}</th>
          <td className={styles['number']}>
            <Figure amount={book} decimals={decimals} />
          </td>
          <td className={styles['number']}>
            <Figure amount={later} decimals={decimals} />
          </td>
        </tr>
        <tr>
          <th scope="row">{words('reconcile.statement')}</th>
          <td className={styles['number']}>
            <Figure amount={statement} decimals={decimals} />
          </td>
          <td className={styles['number']}>
            <Figure amount={statement} decimals={decimals} />
          </td>
        </tr>
      </tbody>
      <tfoot>
        <tr className={styles['total']}>
          <th scope="row">{words('reconcile.difference')}</th>
          <td className={styles['number']}>
            <Figure amount={now} decimals={decimals} signed />
          </td>
          <td className={styles['number']}>
            <Figure amount={then} decimals={decimals} signed />
          </td>
        </tr>
        <tr>
          <td colSpan={3} className={styles['why']}>
            {words('reconcile.why', { why, lists })}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
