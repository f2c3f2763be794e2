import { ChevronRight, Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useRef } from 'react'
import type { ContractView, NextView } from '../../../shared/contract/contract.ts'
import { ActionButton } from '../../actions/action-button.tsx'
import { exportChosen, printStatement } from '../../actions/book-actions.ts'
import { duplicate } from '../../actions/contract-actions.ts'
import { archiveAction, moveAction } from '../../actions/moves.ts'
import { Button } from '../../controls/button.tsx'
import head from '../../controls/head.module.css'
import menu from '../../controls/menu.module.css'
import { usePresets } from '../../state/presets.ts'
import { href } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import { fullDateText } from '../../words/days.ts'
import { presetOf } from '../../words/policy-text.ts'
import { words, wordsOf } from '../../words/say.tsx'
import styles from './contract-head.module.css'

/** Moves of the whole contract, the first of them as buttons, the rest in the menu. */
const BUTTONS: readonly NextView['type'][] = [
  'approve-refund',
  'decline-refund',
  'cancel-refund',
  'resolve-dispute',
  'bonus',
  'end-contract',
]
const MENU: readonly NextView['type'][] = ['edit-contract', 'request-refund', 'open-dispute', 'return-payment']

/** The contract's name, who pays whom under which rules, and what can be done with all of it. */
export function ContractHead({ contract }: { contract: ContractView }) {
  const since = useStore(state => state.opened?.timeline.find(row => row.type === 'open-contract')?.on)
  const presets = usePresets()
  const readOnly = useStore(state => state.book?.readOnly === true)
  const { client, freelancer, currency, title, next, decimals, policy, archived } = contract
  const chosen = useRef<(() => void) | null>(null)
  const choose = (perform: () => void): void => {
    chosen.current = perform
  }
  /**
   * A dialog waits until the menu has given the focus back, so that it knows where it came from.
   */
  function performChosen(): void {
    if (chosen.current !== null) setTimeout(chosen.current)
    chosen.current = null
  }
  const whole = (type: NextView['type']) => next.find(each => each.type === type && each.milestoneId === undefined)
  const actions = (types: readonly NextView['type'][]) =>
    types.flatMap(type => {
      const found = whole(type)
      return found === undefined ? [] : [moveAction(contract, found)]
    })
  return (
    <>
      <nav className={head['crumb']} aria-label={words('nav.where')}>
        <a href={href({ screen: 'contracts' })}>{words('nav.contracts')}</a>
        <ChevronRight size={12} strokeWidth={1.75} aria-hidden />
        <span>{client}</span>
      </nav>
      <div className={head['head']}>
        <h1 className={head['grow']}>{title}</h1>
        <div className={head['acts']}>
          {actions(BUTTONS).map(action => (
            <ActionButton
              key={action.id}
              action={action}
              look={action.id.includes('approve') || action.id.includes('resolve') ? 'line' : 'quiet'}
              bare
            />
          ))}
          <DropdownMenu.Root modal={false}>
            <DropdownMenu.Trigger asChild>
              <Button look="quiet" icon={Ellipsis} aria-label={words('contract.more')} />
            </DropdownMenu.Trigger>
            <DropdownMenu.Portal>
              <DropdownMenu.Content
                className={menu['menu']}
                align="end"
                sideOffset={4}
                onCloseAutoFocus={performChosen}
              >
                {[...actions(MENU), duplicate, printStatement, exportChosen, archiveAction(contract)]
                  .filter(action => action !== undefined)
                  .map(action => (
                    <DropdownMenu.Item
                      key={action.id}
                      className={menu['item']}
                      disabled={readOnly && action !== printStatement && action !== exportChosen}
                      onSelect={() => choose(action.perform)}
                    >
                      <action.icon size={16} strokeWidth={1.75} aria-hidden />
                      {wordsOf(action.label)}
                    </DropdownMenu.Item>
                  ))}
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>
        </div>
      </div>
      <p className={styles['sub']}>
        {words('contract.sub', {
          client,
          freelancer,
          currency,
          preset: presetOf(policy, decimals, presets)?.name ?? 'own',
          since: since === undefined ? 'none' : fullDateText(since),
          archived: archived ? 'yes' : 'no',
        })}
      </p>
    </>
  )
}
