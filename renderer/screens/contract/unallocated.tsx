import type { ContractView, NextView } from '../../../shared/contract/contract.ts'
import { Figure } from '../../controls/figure.tsx'
import { words } from '../../words/say.tsx'
import { NextButton } from './milestone-item.tsx'
import styles from './milestones.module.css'

/** Money in escrow that belongs to no milestone, and how it can be paid out. */
export function Unallocated({ contract, primary }: { contract: ContractView; primary: NextView | undefined }) {
  const release = contract.next.find(each => each.type === 'release' && each.milestoneId === undefined)
  return (
    <div className={styles['unallocated']}>
      <span className={styles['name']}>
        <b>{words('bar.unallocated')}</b>
      </span>
      <span className={styles['amount']}>
        <Figure amount={contract.unallocated} decimals={contract.decimals} />
      </span>
      <span className={styles['more']}>
        {words('milestone.unallocated', {
          next: contract.next.some(each => each.type === 'fund-milestone') ? 'yes' : 'no',
        })}
      </span>
      {release === undefined ? null : (
        <div className={styles['does']}>
          <NextButton contract={contract} next={release} primary={release === primary} />
        </div>
      )}
    </div>
  )
}
