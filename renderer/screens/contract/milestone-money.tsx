import type { BlockedView, MilestoneView, NextView } from '../../../shared/contract/contract.ts'
import { Say, words } from '../../words/say.tsx'
import styles from './milestones.module.css'

interface MilestoneMoneyProps {
  readonly milestone: MilestoneView
  /** Its funding, if that is possible now. */
  readonly fund: NextView | undefined
  /** The reason why it cannot be funded, if it is shown here. */
  readonly reason: BlockedView | undefined
  readonly decimals: number
}

/**
 * The money of a milestone in words: the amount that funding takes from escrow, else its parts,
 * else the reason it cannot be funded.
 */
export function MilestoneMoney({ milestone, fund, reason, decimals }: MilestoneMoneyProps) {
  if (fund?.carried !== undefined && fund.carried > 0)
    return (
      <span className={styles['more']}>
        <Say
          text="milestone.takes"
          params={{
            carried: { money: fund.carried },
            deposit: { money: fund.deposit ?? fund.carried },
            all: fund.deposit === 0 ? 'yes' : 'no',
          }}
          decimals={decimals}
        />
      </span>
    )
  const parts = partsOf(milestone, decimals)
  if (parts.length > 0) return <span className={styles['more']}>{parts.join(', ')}</span>
  return reason === undefined || milestone.status !== 'planned' ? null : (
    <span className={styles['more']}>{reason.message}</span>
  )
}

function partsOf(
  { released, refunded, carried, held, reserved, status }: MilestoneView,
  decimals: number,
): readonly string[] {
  return [
    released > 0 &&
      (status !== 'paid' || refunded > 0 || carried > 0) &&
      words('milestone.released', { amount: { money: released } }, decimals),
    refunded > 0 && words('milestone.refunded', { amount: { money: refunded } }, decimals),
    carried > 0 && words('milestone.carried', { amount: { money: carried } }, decimals),
    held > 0 && words('milestone.held', { amount: { money: held }, rest: released > 0 ? 'yes' : 'no' }, decimals),
    reserved > 0 && words('milestone.reserved', { amount: { money: reserved } }, decimals),
  ].filter(part => part !== false)
}
