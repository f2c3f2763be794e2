import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { isTyping } from '../../actions/keys.ts'
import { choose, contractChosen, moveCursor } from '../../state/contracts.ts'
import { isOverlayOpen } from '../../state/overlay.ts'
import { go } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'
import styles from './list-tools.module.css'

/** The search field of the list; the key / focuses it. */
export function SearchField() {
  const search = useStore(state => state.choice.search)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || isTyping(event.target) || event.ctrlKey || event.metaKey || isOverlayOpen()) return
      event.preventDefault()
      input.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <label className={styles['search']}>
      <Search size={16} strokeWidth={1.75} aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={words('list.search')}
        placeholder={words('list.search-hint')}
        value={search}
        onChange={event => choose({ search: event.target.value })}
        onKeyDown={onSearchKey}
      />
      <kbd aria-hidden>/</kbd>
    </label>
  )
}

/** Keys in the search field also walk and open the contracts it finds. */
function onSearchKey(event: KeyboardEvent<HTMLInputElement>): void {
  const { search } = useStore.getState().choice
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    moveCursor(event.key === 'ArrowDown' ? 1 : -1)
  } else if (event.key === 'Enter') {
    void contractChosen().then(contractId => contractId !== undefined && go({ screen: 'contract', contractId }))
  } else if (event.key === 'Escape') {
    if (search === '') event.currentTarget.blur()
    else choose({ search: '' })
  }
}
