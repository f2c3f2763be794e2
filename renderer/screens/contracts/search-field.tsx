import type { KeyboardEvent } from 'react'
import { SearchBox } from '../../form/search-box.tsx'
import { choose, contractChosen, moveCursor } from '../../state/contracts.ts'
import { go } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'
import styles from './list-tools.module.css'

/** The search field of the list; the key / focuses it. */
export function SearchField() {
  const search = useStore(state => state.choice.search)
  return (
    <SearchBox
      className={styles['search']}
      label={words('list.search')}
      placeholder={words('list.search-hint')}
      value={search}
      onChange={typed => choose({ search: typed })}
      onKeyDown={onSearchKey}
    />
  )
}

/** Lets keys in the search field move the cursor and open the contract. */
function onSearchKey(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    moveCursor(event.key === 'ArrowDown' ? 1 : -1)
  } else if (event.key === 'Enter') {
    void contractChosen().then(contractId => contractId !== undefined && go({ screen: 'contract', contractId }))
  }
}
