import { useId } from 'react'
import type { ContractView } from '../../../shared/contract/contract.ts'
import { moveAction, moveMilestone, primaryNext } from '../../actions/moves.ts'
import { Button } from '../../controls/button.tsx'
import head from '../../controls/head.module.css'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words, wordsOf } from '../../words/say.tsx'
import { MilestoneItem } from './milestone-item.tsx'
import styles from './milestones.module.css'
import { movesOfferedIn } from './offered-moves.ts'
import { Unallocated } from './unallocated.tsx'
import { inOrder, type Lifted, useReorder } from './use-reorder.ts'

/** The plan of a contract: its milestones in order, and unallocated money. */
export function Milestones({ contract }: { contract: ContractView }) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  const primary = primaryNext(contract)
  const { milestones } = contract
  const howTo = useId()
  const { list, lifted, handleOf } = useReorder(
    milestones.map(each => each.id),
    (id, to) => moveMilestone(contract.id, id, to),
  )
  const movable =
    readOnly || milestones.length < 2
      ? []
      : contract.next.filter(each => each.type === 'move-milestone').map(each => each.milestoneId)
  return (
    <section aria-labelledby="milestones-heading">
      <Heading contract={contract} readOnly={readOnly} />
      {milestones.length === 0 ? <p className={styles['none']}>{words('milestones.none')}</p> : null}
      <ol ref={list} className={styles['milestones']} data-dragging={lifted?.by === 'pointer'}>
        {inOrder(milestones, lifted).map((milestone, index) => (
          <MilestoneItem
            key={milestone.id}
            contract={contract}
            milestone={milestone}
            index={index}
            primary={primary}
            lifted={lifted?.id === milestone.id}
            handle={movable.includes(milestone.id) ? handleOf(milestone.id) : undefined}
            howTo={howTo}
          />
        ))}
      </ol>
      {movable.length === 0 ? null : <ReorderTexts contract={contract} lifted={lifted} howTo={howTo} />}
      {contract.unallocated > 0 ? <Unallocated contract={contract} primary={primary} /> : null}
    </section>
  )
}

function Heading({ contract, readOnly }: { contract: ContractView; readOnly: boolean }) {
  return (
    <div className={head['section']}>
      <h2 id="milestones-heading">{words('milestones.heading')}</h2>
      <span className={text['currency']}>{contract.currency}</span>
      {movesOfferedIn(contract, 'milestones').map(next => {
        const action = moveAction(contract, next)
        return (
          <Button
            key={next.type}
            small
            look="quiet"
            icon={action.icon}
            className={head['end']}
            aria-disabled={readOnly}
            onClick={action.perform}
          >
            {wordsOf(action.label)}
          </Button>
        )
      })}
    </div>
  )
}

interface ReorderTextsProps {
  readonly contract: ContractView
  readonly lifted: Lifted | null
  readonly howTo: string
}

/**
 * Hidden texts for screen readers: the keys of a handle, and the position of a lifted milestone.
 */
function ReorderTexts({ contract: { milestones }, lifted, howTo }: ReorderTextsProps) {
  const title = milestones.find(each => each.id === lifted?.id)?.title
  return (
    <>
      <p id={howTo} hidden>
        {words('milestone.reorder-how')}
      </p>
      <p className={text['hidden']} aria-live="assertive">
        {lifted === null || title === undefined
          ? null
          : words('milestone.lifted', {
              milestone: title,
              place: lifted.to + 1,
              count: milestones.length,
              moved: lifted.to === lifted.from ? 'no' : 'yes',
            })}
      </p>
    </>
  )
}
