import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { STAGES, type Stage } from '../../../shared/contract.ts'
import { isTyping } from '../../actions/keys.ts'
import { Pick } from '../../components/pick.tsx'
import { choose, contractChosen, moveCursor } from '../../state/contracts.ts'
import { isCovered } from '../../state/covered.ts'
import { useQuery } from '../../state/query.ts'
import { go } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { selector, words } from '../../words/say.tsx'
import styles from './list-tools.module.css'

/** Search and filters of the list, and how many contracts they leave. */
export function ListTools() {
  const { search, stage, client, currency, archived } = useStore(state => state.choice)
  const total = useStore(state => state.listing.total)
  const summary = useStore(state => state.summary)
  const parties = useQuery({ type: 'parties' }).value ?? []
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || isTyping(event.target) || event.ctrlKey || event.metaKey || isCovered()) return
      event.preventDefault()
      input.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <div className={styles['tools']}>
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
      <span className={text['muted']} role="status">
        {total === null ? '' : words('list.count', { count: total })}
      </span>
      <div className={styles['filters']}>
        <Pick label={words('list.status')} value={stage ?? ''} onChange={({ target: { value } }) => choose({ stage: value === '' ? null : (value as Stage) })}>
          <option value="">{words('list.all')}</option>
          {STAGES.map(each => (
            <option key={each} value={each}>
              {words('stage', { stage: selector(each) })}
            </option>
          ))}
        </Pick>
        <Pick label={words('slot.client')} value={client ?? ''} onChange={({ target: { value } }) => choose({ client: value === '' ? null : value })}>
          <option value="">{words('list.any')}</option>
          {client === null || parties.some(({ name }) => name === client) ? null : <option value={client}>{client}</option>}
          {parties
            .filter(party => party.client > 0)
            .map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
        </Pick>
        <Pick label={words('list.currency')} value={currency ?? ''} onChange={({ target: { value } }) => choose({ currency: value === '' ? null : value })}>
          <option value="">{words('list.any')}</option>
          {(summary ?? []).map(row => (
            <option key={row.currency} value={row.currency}>
              {row.currency}
            </option>
          ))}
        </Pick>
        <Pick label={words('list.show')} value={archived ? 'archived' : ''} onChange={({ target: { value } }) => choose({ archived: value !== '' })}>
          <option value="">{words('list.current')}</option>
          <option value="archived">{words('list.archived')}</option>
        </Pick>
      </div>
    </div>
  )
}

/** From the search one goes on into the rows that it leaves, without leaving the keys. */
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
