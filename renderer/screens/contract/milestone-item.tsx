import { Pencil } from 'lucide-react'
import type { BlockedView, ContractView, MilestoneView, NextView } from '../../../shared/contract/contract.ts'
import { MOVE_FACTS } from '../../../shared/contract/moves.ts'
import { moveAction } from '../../actions/moves.ts'
import { Button } from '../../controls/button.tsx'
import { Day } from '../../controls/day.tsx'
import { Figure } from '../../controls/figure.tsx'
import { StatusMark } from '../../money-bar/stage.tsx'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import { MilestoneMoney } from './milestone-money.tsx'
import styles from './milestones.module.css'
import { MoveMenu } from './move-menu.tsx'
import { NextButton } from './next-button.tsx'
import { movesOfMilestone } from './offered-moves.ts'
import { ReorderHandle } from './reorder-handle.tsx'
import type { Handle } from './use-reorder.ts'

interface MilestoneItemProps {
  readonly contract: ContractView
  readonly milestone: MilestoneView
  readonly index: number
  /** The contract's most likely next step; it gets the primary button. */
  readonly primary: NextView | undefined
  /** True while the milestone is being moved. */
  readonly lifted: boolean
  /** The handle that moves it; undefined if it cannot be moved. */
  readonly handle: Handle | undefined
  /** The id of the text that explains the handle's keys. */
  readonly howTo: string
}

/** One milestone: its state, its money, and only the moves that are possible now. */
export function MilestoneItem({ contract, milestone, index, primary, lifted, handle, howTo }: MilestoneItemProps) {
  const { id, title, status, amount } = milestone
  const moves = movesOfMilestone(contract, id)
  const edit = status === 'planned' ? undefined : moves.find(({ type }) => placeOf(type) === 'edit')
  const shown = moves.filter(each => each !== edit)
  return (
    <li data-lifted={lifted}>
      <span className={styles['place']}>
        {index + 1}
        {handle === undefined ? null : (
          <ReorderHandle handle={handle} milestone={title} lifted={lifted} describedBy={howTo} />
        )}
      </span>
      <MilestoneName contract={contract} milestone={milestone} edit={edit} />
      <span className={styles['status']}>
        <StatusMark status={status} />
      </span>
      <span className={styles['amount']}>
        <Figure amount={amount} decimals={contract.decimals} />
      </span>
      <MilestoneMoney
        contract={contract}
        milestone={milestone}
        fund={moves.find(each => each.type === 'fund-milestone')}
        reason={reasonAt(contract, id)}
      />
      {shown.length === 0 ? null : (
        <div className={styles['does']}>
          {shown.map(next =>
            placeOf(next.type) === 'positions' ? (
              <MoveMenu key={next.type} contract={contract} milestone={milestone} index={index} next={next} />
            ) : (
              <NextButton key={next.type} contract={contract} next={next} primary={next === primary} />
            ),
          )}
        </div>
      )}
    </li>
  )
}

interface MilestoneNameProps {
  readonly contract: ContractView
  readonly milestone: MilestoneView
  readonly edit: NextView | undefined
}

function MilestoneName({ contract, milestone: { title, due }, edit }: MilestoneNameProps) {
  const today = useStore(state => state.book?.today)
  return (
    <span className={styles['name']}>
      <b>{title}</b>
      {due === null || today === undefined ? null : (
        <span className={text['muted']}>
          {words('milestone.due')} <Day day={due} today={today} />
        </span>
      )}
      {edit === undefined ? null : (
        <Button
          small
          look="quiet"
          icon={Pencil}
          className={styles['edit']}
          aria-label={edit.label}
          onClick={() => moveAction(contract, edit).perform()}
        />
      )}
    </span>
  )
}

function placeOf(type: NextView['type']) {
  return MOVE_FACTS[type].offered.milestone
}

/**
 * The blocking reason shown at a milestone. A reason that blocks several milestones is shown at the
 * first.
 */
function reasonAt({ status, blocked }: ContractView, milestoneId: string): BlockedView | undefined {
  const first = blocked.find(
    each => MOVE_FACTS[each.type].offered.whenBlocked === 'milestone' && each.milestoneId !== undefined,
  )
  return status === 'open' && first?.milestoneId === milestoneId ? first : undefined
}
