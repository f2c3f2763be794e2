import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useRef, useState } from 'react'
import type { ContractRow } from '../../shared/api/contracts.ts'
import type { NextView } from '../../shared/contract/contract.ts'
import { MOVE_FACTS } from '../../shared/contract/moves.ts'
import type { Action } from '../actions/action.ts'
import { APP_ACTIONS } from '../actions/app-actions.ts'
import { keysText } from '../actions/keys.ts'
import { archiveAction, moveAction } from '../actions/moves.ts'
import { useQuery } from '../ask/use-query.ts'
import { StageMark } from '../money-bar/stage.tsx'
import { showPalette } from '../state/dialogs.ts'
import { go } from '../state/route.ts'
import { useStore } from '../state/store.ts'
import { words, wordsOf } from '../words/say.tsx'
import { finder } from '../words/search.ts'
import styles from './palette.module.css'

const FOUND = 8

/** Moving a milestone is left out: only its menu and its handle know the new position. */
const needsNoPosition = ({ type }: NextView): boolean => MOVE_FACTS[type].page.asks !== 'position'

/** Find or do: searches all actions and contracts. */
export function Palette() {
  const open = useStore(state => state.palette)
  const opener = useRef<Element | null>(null)
  const chosen = useRef<(() => void) | null>(null)
  function choose(perform: () => void): void {
    chosen.current = perform
    showPalette(false)
  }
  /**
   * Performs the chosen action once the focus has returned, so that a dialog it opens can restore
   * it later.
   */
  function leave(event: Event): void {
    event.preventDefault()
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus()
    chosen.current?.()
    chosen.current = null
  }
  return (
    <Dialog.Root open={open} onOpenChange={showPalette}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles['scrim']}>
          <Dialog.Content
            className={styles['palette']}
            aria-describedby={undefined}
            onOpenAutoFocus={() => {
              opener.current = document.activeElement
            }}
            onCloseAutoFocus={leave}
          >
            <Dialog.Title className={styles['name']}>{words('action.find-or-do')}</Dialog.Title>
            <Choices onChoose={choose} />
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Choices({ onChoose }: { onChoose: (perform: () => void) => void }) {
  const [search, setSearch] = useState('')
  const contract = useStore(state => state.opened?.contract ?? null)
  const rows = useFound(search)
  const moves = contract === null ? [] : contract.next.filter(needsNoPosition).map(next => moveAction(contract, next))
  const archive = contract === null ? undefined : archiveAction(contract)
  const ofContract = [...moves, archive].filter(action => action?.when() === true) as readonly Action[]
  const all = [...ofContract, ...APP_ACTIONS.filter(action => action.id !== 'find-or-do' && action.when())]
  const actions = found(all, search)
  return (
    // Filtered here and by the book, which also searches milestones, references and notes.
    <Command shouldFilter={false} loop label={words('action.find-or-do')}>
      <div className={styles['search']}>
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <Command.Input
          className={styles['input']}
          value={search}
          onValueChange={setSearch}
          aria-label={words('action.find-or-do')}
          placeholder={words('palette.hint')}
        />
        <kbd>{keysText('Escape')}</kbd>
      </div>
      <Command.List className={styles['list']} label={words('palette.found')}>
        {actions.length === 0 ? null : (
          <Command.Group heading={words('palette.do')}>
            {actions.map(action => (
              <Command.Item
                key={action.id}
                className={styles['item']}
                value={action.id}
                onSelect={() => onChoose(action.perform)}
              >
                <action.icon size={16} strokeWidth={1.75} aria-hidden />
                <span className={styles['what']}>{wordsOf(action.label)}</span>
                <span className={styles['about']}>{action.about}</span>
                {action.keys === undefined ? null : <kbd>{keysText(action.keys)}</kbd>}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {rows.length === 0 ? null : (
          <Command.Group heading={words('nav.contracts')}>
            {rows.map(row => (
              <Command.Item
                key={row.id}
                className={styles['item']}
                value={row.id}
                onSelect={() => onChoose(() => go({ screen: 'contract', contractId: row.id }))}
              >
                <span />
                <span className={styles['what']}>{row.title}</span>
                <span className={styles['about']}>
                  {words('list.pays', { client: row.client, freelancer: row.freelancer })}
                </span>
                <StageMark stage={row.stage} />
              </Command.Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
      {/* Outside the list, which may contain only options; always in the DOM, so that screen readers announce changes. */}
      <p className={styles['nothing']} role="status">
        {actions.length === 0 && rows.length === 0 ? words('palette.nothing') : null}
      </p>
    </Command>
  )
}

/**
 * The actions whose label has every word of `search`, followed by those that match only with their
 * subject and keywords.
 */
function found(actions: readonly Action[], search: string): readonly Action[] {
  const has = finder(search)
  const named = actions.filter(({ label }) => has(wordsOf(label)))
  const kept = actions.filter(({ label, about = '', keywords }) =>
    has([wordsOf(label), about, keywords === undefined ? '' : words(keywords)].join(' ')),
  )
  return [...new Set([...named, ...kept])]
}

function useFound(search: string): readonly ContractRow[] {
  const { value } = useQuery({
    type: 'contracts',
    ...(search.trim() === '' ? { sort: { by: 'recent', descending: true } } : { search }),
    limit: FOUND,
  })
  return value?.rows ?? []
}
