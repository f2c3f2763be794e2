import { STAGES, type Stage } from '../../../shared/contract/contract.ts'
import { selector } from '../../../shared/words/selector.ts'
import { useQuery } from '../../ask/use-query.ts'
import { Pick } from '../../controls/pick.tsx'
import { choose } from '../../state/contracts.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './list-tools.module.css'
import { SearchField } from './search-field.tsx'

/**
 * Search and filters of the list, and how many contracts they leave. Each draws itself anew only
 * for what it shows: a key of the search leaves the filters alone.
 */
export function ListTools() {
  return (
    <div className={styles['tools']}>
      <SearchField />
      <Count />
      <Filters />
    </div>
  )
}

function Count() {
  const total = useStore(state => state.listing.total)
  return (
    <span className={text['muted']} role="status">
      {total === null ? '' : words('list.count', { count: total })}
    </span>
  )
}

function Filters() {
  const stage = useStore(state => state.choice.stage)
  const client = useStore(state => state.choice.client)
  const currency = useStore(state => state.choice.currency)
  const archived = useStore(state => state.choice.archived)
  const summary = useStore(state => state.summary)
  const parties = useQuery({ type: 'parties' }).value ?? []
  return (
    <div className={styles['filters']}>
      <Pick
        label={words('list.status')}
        value={stage ?? ''}
        onChange={({ target: { value } }) => choose({ stage: value === '' ? null : (value as Stage) })}
      >
        <option value="">{words('list.all')}</option>
        {STAGES.map(each => (
          <option key={each} value={each}>
            {words('stage', { stage: selector(each) })}
          </option>
        ))}
      </Pick>
      <Pick
        label={words('slot.client')}
        value={client ?? ''}
        onChange={({ target: { value } }) => choose({ client: value === '' ? null : value })}
      >
        <option value="">{words('list.any')}</option>
        {client === null || parties.some(({ name }) => name === client) ? null : (
          <option value={client}>{client}</option>
        )}
        {parties
          .filter(party => party.client > 0)
          .map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
      </Pick>
      <Pick
        label={words('list.currency')}
        value={currency ?? ''}
        onChange={({ target: { value } }) => choose({ currency: value === '' ? null : value })}
      >
        <option value="">{words('list.any')}</option>
        {(summary ?? []).map(row => (
          <option key={row.currency} value={row.currency}>
            {row.currency}
          </option>
        ))}
      </Pick>
      <Pick
        label={words('list.show')}
        value={archived ? 'archived' : ''}
        onChange={({ target: { value } }) => choose({ archived: value !== '' })}
      >
        <option value="">{words('list.current')}</option>
        <option value="archived">{words('list.archived')}</option>
      </Pick>
    </div>
  )
}
