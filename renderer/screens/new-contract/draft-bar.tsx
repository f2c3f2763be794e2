import { less } from '../../../shared/money/money.ts'
import { denominationIn } from '../../form/currency-decimals.ts'
import { typedAmount } from '../../form/use-move.ts'
import { MoneyBar, type Piece } from '../../money-bar/money-bar.tsx'
import { words } from '../../words/say.tsx'
import { amountIn, type NewContract, plannedIn } from './form.ts'
import styles from './new-contract.module.css'

/** The money bar of the plan being typed, with the rest of the budget. */
export function DraftBar({ values }: { values: NewContract }) {
  const money = denominationIn(values.currency)
  const pieces: Piece[] = values.milestones
    .map((row, index) => ({
      kind: 'to-fund' as const,
      amount: amountIn(row, money),
      name: row.title.trim() || undefined,
      id: String(index),
    }))
    .filter(piece => piece.amount > 0)
  const planned = plannedIn(values.milestones, money)
  const budget = typedAmount(values.budget, money)
  if ('amount' in budget && budget.amount > planned) pieces.push({ kind: 'left', amount: less(budget.amount, planned) })
  if (pieces.length === 0) return <div className={styles['no-bar']} />
  return <MoneyBar pieces={pieces} decimals={money.decimals} label={words('new-contract.bar')} />
}
