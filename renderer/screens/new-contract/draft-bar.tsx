import { less } from '../../../shared/money/money.ts'
import { typedAmount } from '../../form/use-move.ts'
import { MoneyBar, type Piece } from '../../money-bar/money-bar.tsx'
import { words } from '../../words/say.tsx'
import { amountIn, type NewContract, plannedIn } from './form.ts'
import styles from './new-contract.module.css'

/** The money bar of the plan being typed, with the rest of the budget. */
export function DraftBar({ values, decimals }: { values: NewContract; decimals: number }) {
  const pieces: Piece[] = values.milestones
    .map((row, index) => ({
      kind: 'to-fund' as const,
      amount: amountIn(row, decimals),
      name: row.title.trim() || undefined,
      id: String(index),
    }))
    .filter(piece => piece.amount > 0)
  const planned = plannedIn(values.milestones, decimals)
  const budget = typedAmount(values.budget, decimals)
  if ('amount' in budget && budget.amount > planned) pieces.push({ kind: 'left', amount: less(budget.amount, planned) })
  if (pieces.length === 0) return <div className={styles['no-bar']} />
  return <MoneyBar pieces={pieces} decimals={decimals} label={words('new-contract.bar')} />
}
