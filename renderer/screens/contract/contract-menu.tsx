import { Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useRef } from 'react'
import type { ContractView } from '../../../shared/contract/contract.ts'
import { exportChosen, printStatement } from '../../actions/book-actions.ts'
import { duplicate } from '../../actions/contract-actions.ts'
import { archiveAction, moveAction } from '../../actions/moves.ts'
import { Button } from '../../controls/button.tsx'
import menu from '../../controls/menu.module.css'
import { useStore } from '../../state/store.ts'
import { words, wordsOf } from '../../words/say.tsx'
import { movesOfferedIn } from './offered-moves.ts'

/** The menu in a contract's head: less common moves, and actions on the whole contract. */
export function ContractMenu({ contract }: { contract: ContractView }) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  const chosen = useRef<(() => void) | null>(null)
  /**
   * Open a dialog only after the menu has returned the focus, so that the dialog can restore it
   * later.
   */
  function performChosen(): void {
    if (chosen.current !== null) setTimeout(chosen.current)
    chosen.current = null
  }
  const moves = movesOfferedIn(contract, 'menu').map(next => moveAction(contract, next))
  const actions = [...moves, duplicate, printStatement, exportChosen, archiveAction(contract)]
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button look="quiet" icon={Ellipsis} aria-label={words('contract.more')} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu['menu']} align="end" sideOffset={4} onCloseAutoFocus={performChosen}>
          {actions
            .filter(action => action !== undefined)
            .map(action => (
              <DropdownMenu.Item
                key={action.id}
                className={menu['item']}
                disabled={readOnly && action !== printStatement && action !== exportChosen}
                onSelect={() => {
                  chosen.current = action.perform
                }}
              >
                <action.icon size={16} strokeWidth={1.75} aria-hidden />
                {wordsOf(action.label)}
              </DropdownMenu.Item>
            ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
