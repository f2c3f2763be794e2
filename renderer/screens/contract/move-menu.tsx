import { DropdownMenu } from 'radix-ui'
import type { ContractView, MilestoneView, NextView } from '../../../shared/contract/contract.ts'
import { moveMilestone } from '../../actions/moves.ts'
import { Button } from '../../controls/button.tsx'
import menu from '../../controls/menu.module.css'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'
import { shortLabel } from './next-button.tsx'

interface MoveMenuProps {
  readonly contract: ContractView
  readonly milestone: MilestoneView
  readonly index: number
  readonly next: NextView
}

/** The menu of positions that a planned milestone can be moved to. */
export function MoveMenu({ contract, milestone, index, next }: MoveMenuProps) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  const last = contract.milestones.length - 1
  const positions = [
    { name: 'up', to: index - 1 },
    { name: 'down', to: index + 1 },
    { name: 'first', to: 0 },
    { name: 'last', to: last },
  ].filter(({ to }) => to >= 0 && to <= last && to !== index)
  if (positions.length === 0) return null
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button small look="quiet" aria-disabled={readOnly} aria-label={next.label}>
          {shortLabel(next, contract)}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu['menu']} align="start" sideOffset={4}>
          {positions.map(({ name, to }) => (
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
