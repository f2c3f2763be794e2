import { Pencil } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { BlockedView, ContractView, MilestoneView, NextView } from '../../../shared/contract/contract.ts'
import { selector } from '../../../shared/words/selector.ts'
import { moveAction, moveMilestone } from '../../actions/moves.ts'
import { Button } from '../../controls/button.tsx'
import { Day } from '../../controls/day.tsx'
import { Figure } from '../../controls/figure.tsx'
import menu from '../../controls/menu.module.css'
import { StatusMark } from '../../money-bar/stage.tsx'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { Say, words, wordsOf } from '../../words/say.tsx'
import styles from './milestones.module.css'
import { ReorderHandle } from './reorder-handle.tsx'
import type { Handle } from './use-reorder.ts'

interface MilestoneItemProps {
  readonly contract: ContractView
  readonly milestone: MilestoneView
  readonly index: number
  /** What the contract most likely waits for: its button is the green one. */
  readonly primary: NextView | undefined
  /** Whether it is being moved to another place. */
  readonly lifted: boolean
  /** What moves it; undefined where it may not be moved. */
  readonly handle: Handle | undefined
  /** The id of what says how the keys of the handle work. */
  readonly howTo: string
}

/** What is said in a milestone's row before its buttons, in this order. */
const ORDER: readonly NextView['type'][] = [
  'release',
  'fund-milestone',
  'submit-work',
  'request-changes',
  'request-refund',
  'open-dispute',
  'edit-milestone',
  'move-milestone',
  'remove-milestone',
]
/** Why this is not possible is worth a line; other moves are merely not there. */
const EXPLAINED: readonly BlockedView['type'][] = ['fund-milestone']

/** One milestone: its state, its money, and only what may be done with it now. */
export function MilestoneItem({ contract, milestone, index, primary, lifted, handle, howTo }: MilestoneItemProps) {
  const today = useStore(state => state.book?.today)
  const { id, title, due, status, amount } = milestone
  const { decimals } = contract
  const mine = contract.next
    .filter(each => each.milestoneId === id)
    .sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))
  const edit = status === 'planned' ? undefined : mine.find(each => each.type === 'edit-milestone')
  const shown = mine.filter(each => each !== edit)
  const fund = mine.find(each => each.type === 'fund-milestone')
  // What stops all of them is said once, at the first.
  const first = contract.blocked.find(each => EXPLAINED.includes(each.type) && each.milestoneId !== undefined)
  const why = contract.status === 'open' && first?.milestoneId === id ? first : undefined
  return (
    <li data-lifted={lifted}>
      <span className={styles['place']}>
        {index + 1}
        {handle === undefined ? null : (
          <ReorderHandle handle={handle} milestone={title} lifted={lifted} describedBy={howTo} />
        )}
      </span>
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
      <span className={styles['status']}>
        <StatusMark status={status} />
      </span>
      <span className={styles['amount']}>
        <Figure amount={amount} decimals={decimals} />
      </span>
      <MilestoneMoney milestone={milestone} fund={fund} why={why} decimals={decimals} />
      {shown.length === 0 ? null : (
        <div className={styles['does']}>
          {shown.map(next =>
            next.type === 'move-milestone' ? (
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

function MilestoneMoney({
  milestone,
  fund,
  why,
  decimals,
}: {
  milestone: MilestoneView
  fund: NextView | undefined
  why: BlockedView | undefined
  decimals: number
}) {
  const { released, refunded, carried, held, reserved, status } = milestone
  const parts = [
    released > 0 &&
      (status !== 'paid' || refunded > 0 || carried > 0) &&
      words('milestone.released', { amount: { money: released } }, decimals),
    refunded > 0 && words('milestone.refunded', { amount: { money: refunded } }, decimals),
    carried > 0 && words('milestone.carried', { amount: { money: carried } }, decimals),
    held > 0 && words('milestone.held', { amount: { money: held }, rest: released > 0 ? 'yes' : 'no' }, decimals),
    reserved > 0 && words('milestone.reserved', { amount: { money: reserved } }, decimals),
  ].filter(part => part !== false)
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
  if (parts.length > 0) return <span className={styles['more']}>{parts.join(', ')}</span>
  return why === undefined || status !== 'planned' ? null : <span className={styles['more']}>{why.message}</span>
}

interface NextButtonProps {
  readonly contract: ContractView
  readonly next: NextView
  readonly primary: boolean
}

/** A move of a milestone as a button. Its name says which milestone where its few words do not. */
export function NextButton({ contract, next, primary }: NextButtonProps) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  const action = moveAction(contract, next)
  const full = wordsOf(action.label)
  const short = words('move.short', { type: selector(next.type) }) || full
  return (
    <Button
      small
      look={primary ? 'primary' : next.type === 'release' || next.type === 'fund-milestone' ? 'line' : 'quiet'}
      aria-label={full === short ? undefined : full}
      aria-disabled={readOnly}
      onClick={action.perform}
    >
      {short}
    </Button>
  )
}

function MoveMenu({
  contract,
  milestone,
  index,
  next,
}: {
  contract: ContractView
  milestone: MilestoneView
  index: number
  next: NextView
}) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  const last = contract.milestones.length - 1
  const places = [
    { name: 'up', to: index - 1 },
    { name: 'down', to: index + 1 },
    { name: 'first', to: 0 },
    { name: 'last', to: last },
  ].filter(({ to }) => to >= 0 && to <= last && to !== index)
  if (places.length === 0) return null
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button small look="quiet" aria-disabled={readOnly} aria-label={next.label}>
          {words('move.short', { type: selector(next.type) })}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu['menu']} align="start" sideOffset={4}>
          {places.map(({ name, to }) => (
            <DropdownMenu.Item
              key={name}
              className={menu['item']}
              onSelect={() => moveMilestone(contract.id, milestone.id, to)}
            >
              {words('milestone.move', { place: name })}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
