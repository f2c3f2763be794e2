import type { ContractView, MilestoneView } from '../../../shared/contract/contract.ts'
import { type Minor, ZERO } from '../../../shared/money/money.ts'
import { AmountField } from '../../form/amount-field.tsx'
import styles from '../../form/fields.module.css'
import type { Move } from '../../form/use-move.ts'
import { type Piece, SmallMoneyBar } from '../../money-bar/money-bar.tsx'
import { words } from '../../words/say.tsx'
import type { ReviewValues } from './review-answer.tsx'

interface ReviewAmountProps {
  readonly move: Move<ReviewValues>
  readonly contract: ContractView
  readonly milestone: MilestoneView | undefined
  /** The maximum payment. */
  readonly most: Minor
  readonly amount: Minor
  /** The part of the amount above the maximum. */
  readonly beyond: Minor
  readonly onChange: () => void
  readonly onAll: () => void
}

/** The amount of a payment, and a bar of how it splits the held money. */
export function ReviewAmount(props: ReviewAmountProps) {
  const { move, contract, milestone, most, amount, beyond, onChange, onAll } = props
  const { currency, decimals } = contract
  const { problem, value } = move
  return (
    <>
      <AmountField
        label={words('amount.label')}
        currency={currency}
        register={move.form.register('amount', { onChange })}
        limit={words(
          'review.limit',
          { most: { money: most }, of: milestone === undefined ? 'unallocated' : 'milestone' },
          decimals,
        )}
        onAll={onAll}
        pencil
        wrong={problem?.field === 'amount' && !problem.quiet}
      />
      <Split
        paid={beyond > 0 ? most : amount}
        stays={value?.remainder ?? ZERO}
        beyond={beyond}
        decimals={decimals}
        title={milestone?.title ?? words('bar.unallocated')}
      />
    </>
  )
}

interface SplitProps {
  readonly paid: Minor
  readonly stays: Minor
  readonly beyond: Minor
  readonly decimals: number
  readonly title: string
}

function Split({ paid, stays, beyond, decimals, title }: SplitProps) {
  const pieces: Piece[] = []
  if (paid > 0) pieces.push({ kind: 'paid', amount: paid })
  if (stays > 0) pieces.push({ kind: 'held', amount: stays })
  if (beyond > 0) pieces.push({ kind: 'beyond', amount: beyond })
  if (pieces.length === 0) return null
  return (
    <div className={styles['split']}>
      <SmallMoneyBar pieces={pieces} decimals={decimals} height={16} />
      <div className={styles['ends']} aria-hidden>
        <span>{words(beyond > 0 ? 'review.all-held' : 'bar.paid', { milestone: title })}</span>
        {beyond > 0 ? (
          <span className={styles['wrong']}>{words('review.beyond', { beyond: { money: beyond } }, decimals)}</span>
        ) : null}
        {stays > 0 ? <span>{words('review.stays')}</span> : null}
      </div>
    </div>
  )
}
