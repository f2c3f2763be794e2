import { Plus } from 'lucide-react'
import type { ContractView } from '../../../shared/contract.ts'
import { moveAction, primaryNext } from '../../actions/moves.ts'
import { Button } from '../../components/button.tsx'
import head from '../../components/head.module.css'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import { MilestoneItem } from './milestone-item.tsx'
import styles from './milestones.module.css'
import { Unallocated } from './unallocated.tsx'

/** The plan of a contract: its milestones in order, and money that belongs to none of them. */
export function Milestones({ contract }: { contract: ContractView }) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  const add = contract.next.find(each => each.type === 'add-milestone')
  const primary = primaryNext(contract)
  return (
    <section aria-labelledby="milestones-heading">
      <div className={head['section']}>
        <h2 id="milestones-heading">{words('milestones.heading')}</h2>
        <span className={text['currency']}>{contract.currency}</span>
        {add === undefined ? null : (
          <Button small look="quiet" icon={Plus} className={head['end']} aria-disabled={readOnly} onClick={() => moveAction(contract, add).perform()}>
            {words('milestone-form.add')}
          </Button>
        )}
      </div>
      {contract.milestones.length === 0 ? <p className={styles['none']}>{words('milestones.none')}</p> : null}
      <ol className={styles['milestones']}>
        {contract.milestones.map((milestone, index) => (
          <MilestoneItem key={milestone.id} contract={contract} milestone={milestone} index={index} primary={primary} />
        ))}
      </ol>
      {contract.unallocated > 0 ? <Unallocated contract={contract} primary={primary} /> : null}
    </section>
  )
}
