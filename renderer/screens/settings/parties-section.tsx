import { useState } from 'react'
import type { PartyRow } from '../../../shared/api/contracts.ts'
import { useQuery } from '../../ask/use-query.ts'
import { Button } from '../../controls/button.tsx'
import { ROW_TARGET, walkRows } from '../../controls/row-keys.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import { RenamePartyDialog } from './rename-party-dialog.tsx'
import { Section } from './section.tsx'
import styles from './settings.module.css'

const SHOWN = 8

/** Everyone that contracts are between, and renaming them in all of their contracts at once. */
export function PartiesSection() {
  const { value } = useQuery({ type: 'parties' })
  const readOnly = useStore(state => state.book?.readOnly === true)
  const [search, setSearch] = useState('')
  const [all, setAll] = useState(false)
  const [renamed, setRenamed] = useState<PartyRow | null>(null)
  if (value === null) return null
  const wanted = search.trim().toLocaleLowerCase()
  const found = value.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  const shown = all ? found : found.slice(0, SHOWN)
  const clients = value.filter(({ client }) => client > 0).length
  const freelancers = value.filter(({ freelancer }) => freelancer > 0).length
  return (
    <Section
      title={words('settings.parties')}
      aside={value.length === 0 ? null : words('settings.parties-count', { clients, freelancers })}
    >
      {value.length === 0 ? <p className={styles['nothing']}>{words('settings.parties-none')}</p> : null}
      {value.length > SHOWN ? (
        <input
          type="search"
          className={styles['find']}
          aria-label={words('settings.party-find')}
          placeholder={words('settings.party-find')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      ) : null}
      {value.length > 0 && found.length === 0 ? (
        <p className={styles['nothing']}>{words('settings.party-nobody')}</p>
      ) : null}
      <ul onKeyDown={walkRows} aria-label={words('settings.parties')}>
        {shown.map(party => (
          <li key={party.name} className={styles['party']}>
            <b>{party.name}</b>
            <span className={text['muted']}>
              {words('settings.party', {
                role: party.client > 0 && party.freelancer > 0 ? 'both' : party.client > 0 ? 'client' : 'freelancer',
                contracts: party.client + party.freelancer,
                open: party.open,
              })}
            </span>
            <Button
              look="quiet"
              small
              {...ROW_TARGET}
              aria-disabled={readOnly}
              aria-label={words('settings.rename-label', { name: party.name })}
              onClick={() => setRenamed(party)}
            >
              {words('settings.rename')}
            </Button>
          </li>
        ))}
      </ul>
      {found.length > shown.length ? (
        <Button look="quiet" small className={styles['more']} onClick={() => setAll(true)}>
          {words('settings.show-all', { count: found.length })}
        </Button>
      ) : null}
      {renamed === null ? null : (
        <RenamePartyDialog
          party={renamed}
          others={value.filter(each => each !== renamed)}
          onClose={() => setRenamed(null)}
        />
      )}
    </Section>
  )
}
