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
 * Search, count and filters of the list. Each subscribes only to its own state, so that typing does
 * not re-render the filters.
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
  return (
    <div className={styles['filters']}>
      <StageFilter />
      <ClientFilter />
      <CurrencyFilter />
      <ArchiveFilter />
    </div>
  )
}

function StageFilter() {
  const stage = useStore(state => state.choice.stage)
  return (
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
  )
}

function ClientFilter() {
  const client = useStore(state => state.choice.client)
  const parties = useQuery({ type: 'parties' }).value ?? []
  const clients = parties.filter(party => party.client > 0).map(({ name }) => name)
  return (
    <Filter
      label={words('slot.client')}
      value={client}
      // Keep the selected one in the list even if it no longer has a contract.
      values={client === null || parties.some(({ name }) => name === client) ? clients : [client, ...clients]}
      onChoose={value => choose({ client: value })}
    />
  )
}

function CurrencyFilter() {
  const currency = useStore(state => state.choice.currency)
  const summary = useStore(state => state.summary)
  return (
    <Filter
      label={words('list.currency')}
      value={currency}
      values={(summary ?? []).map(row => row.currency)}
      onChoose={value => choose({ currency: value })}
    />
  )
}

function ArchiveFilter() {
  const archived = useStore(state => state.choice.archived)
  return (
    <Pick
      label={words('list.show')}
      value={archived ? 'archived' : ''}
      onChange={({ target: { value } }) => choose({ archived: value !== '' })}
    >
      <option value="">{words('list.current')}</option>
      <option value="archived">{words('list.archived')}</option>
    </Pick>
  )
}

interface FilterProps {
  readonly label: string
  /** Null for any. */
  readonly value: string | null
  readonly values: readonly string[]
  readonly onChoose: (value: string | null) => void
}

function Filter({ label, value, values, onChoose }: FilterProps) {
  return (
    <Pick
      label={label}
      value={value ?? ''}
      onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}
    >
      <option value="">{words('list.any')}</option>
      {values.map(each => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </Pick>
  )
}
