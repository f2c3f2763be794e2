import type { ContractView, NextView } from '../../../shared/contract/contract.ts'
import { Figure } from '../../controls/figure.tsx'
import { Term } from '../../controls/term.tsx'
import { words } from '../../words/say.tsx'
import styles from './milestones.module.css'
import { NextButton } from './next-button.tsx'
import { movesOfferedIn } from './offered-moves.ts'

/** Unallocated money in escrow, and the moves that use it. */
export function Unallocated({ contract, primary }: { contract: ContractView; primary: NextView | undefined }) {
  const moves = movesOfferedIn(contract, 'unallocated')
  return (
    <div className={styles['unallocated']}>
      <span className={styles['name']}>
        <b>
          <Term term="unallocated" text={words('bar.unallocated')} />
        </b>
      </span>
      <span className={styles['amount']}>
        <Figure amount={contract.unallocated} decimals={contract.decimals} />
      </span>
      <span className={styles['more']}>
        {words('milestone.unallocated', {
          next: contract.next.some(each => each.type === 'fund-milestone') ? 'yes' : 'no',
        })}
      </span>
      {moves.length === 0 ? null : (
        <div className={styles['does']}>
          {moves.map(next => (
            <NextButton key={next.type} contract={contract} next={next} primary={next === primary} />
          ))}
        </div>
      )}
    </div>
  )
}
