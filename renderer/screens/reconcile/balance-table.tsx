import { less, type Minor, minor } from '../../../shared/money/money.ts'
import type { StatementMatch } from '../../../shared/reconcile/statement.ts'
import { Figure } from '../../controls/figure.tsx'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './apply-bar.module.css'
import { spanText } from './span-text.ts'

const LISTS = ['new', 'proposed', 'differs', 'onlyInBook', 'rest'] as const

/**
 * The totals of both sides, now and after the ticked rows are recorded, and the reasons for any
 * difference.
 */
export function BalanceTable({ match }: { match: StatementMatch }) {
  const { currency, decimals, of, because } = match.balance
  // A client's statement shows charges without a sign.
  const isCharged = of === 'client' && match.balance.statement < 0
  const shown = (amount: Minor): Minor => (isCharged ? minor(-amount) : amount)
  const statement = shown(match.balance.statement)
  const book = shown(match.balance.book)
  const later = shown(match.after.book)
  const [now, then] = [less(book, statement), less(later, statement)]
  const why = now === 0 && then === 0 ? 'none' : then === 0 ? 'rows' : 'lists'
  const lists = LISTS.filter(list => because[list] !== 0)
    .map(list => words('reconcile.why-list', { list, amount: { money: shown(because[list]) } }, decimals))
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
        <FigureRow label={words('reconcile.your-book')} figures={[book, later]} decimals={decimals} />
        <FigureRow label={words('reconcile.statement-rows')} figures={[statement, statement]} decimals={decimals} />
      </tbody>
      <tfoot>
        <FigureRow label={words('reconcile.difference')} figures={[now, then]} decimals={decimals} isTotal />
        <tr>
          <td colSpan={3} className={styles['why']}>
            {words('reconcile.why', { why, lists })}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

interface FigureRowProps {
  readonly label: string
  /** Now and after, in minor units. */
  readonly figures: readonly [Minor, Minor]
  readonly decimals: number
  /** True for the bottom row, which has signs. */
  readonly isTotal?: boolean
}

function FigureRow({ label, figures: [now, after], decimals, isTotal = false }: FigureRowProps) {
  return (
    <tr className={isTotal ? styles['total'] : undefined}>
      <th scope="row">{label}</th>
      <td className={styles['number']}>
        <Figure amount={now} decimals={decimals} signed={isTotal} />
      </td>
      <td className={styles['number']}>
        <Figure amount={after} decimals={decimals} signed={isTotal} />
      </td>
    </tr>
  )
}
