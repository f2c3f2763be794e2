import { DropdownMenu } from 'radix-ui'
import { useRef, useState } from 'react'
import type { ContractView } from '../../../shared/contract/contract.ts'
import type { Action } from '../../actions/action.ts'
import { printStatementOf } from '../../actions/book-actions.ts'
import { archiveAction, duplicateAction, moveAction, openAction, primaryNext } from '../../actions/moves.ts'
import { useQuery } from '../../ask/use-query.ts'
import { focusBack } from '../../controls/focus-back.ts'
import menu from '../../controls/menu.module.css'
import { wordsOf } from '../../words/say.tsx'
import styles from './row-menu.module.css'

/** The contract a menu is for, and the point in the window where it opens. */
export interface MenuPlace {
  readonly contractId: string
  readonly x: number
  readonly y: number
}

/** The menu of a row: the contract's next step, and actions on the whole contract. */
export function RowMenu({ place, onClose }: { place: MenuPlace; onClose: () => void }) {
  const contract = useQuery({ type: 'contract', contractId: place.contractId, limit: 1 }).value?.contract
  const [opener] = useState(() => document.activeElement)
  const chosen = useRef<(() => void) | null>(null)
  function leave(event: Event): void {
    event.preventDefault()
    focusBack(opener)
    // Performed once the focus is back, so that a dialog can restore it later.
    if (chosen.current !== null) setTimeout(chosen.current)
    chosen.current = null
    onClose()
  }
  if (contract === undefined) return null
  return (
    <DropdownMenu.Root defaultOpen modal={false} onOpenChange={open => (open ? undefined : onClose())}>
      <DropdownMenu.Trigger
        className={styles['anchor']}
        style={{ left: place.x, top: place.y }}
        tabIndex={-1}
        aria-hidden
      />
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={menu['menu']}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          aria-label={contract.title}
          onCloseAutoFocus={leave}
        >
          {actionsOf(contract).map(action => (
            <DropdownMenu.Item
              key={action.id}
              className={menu['item']}
              disabled={!action.when()}
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

function actionsOf(contract: ContractView): readonly Action[] {
  const next = primaryNext(contract)
  const actions = [
    openAction(contract),
    next === undefined ? undefined : moveAction(contract, next),
    duplicateAction(contract),
    printStatementOf(contract),
    archiveAction(contract),
  ]
  return actions.filter(action => action !== undefined)
}
