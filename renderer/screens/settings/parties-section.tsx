import { useState } from 'react'
import type { PartyRow } from '../../../shared/api/contracts.ts'
import { partyKey } from '../../../shared/contract/party-key.ts'
import { useQuery } from '../../ask/use-query.ts'
import { Button } from '../../controls/button.tsx'
import { ROW_TARGET, walkRows } from '../../controls/row-keys.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import { RenamePartyDialog } from './rename-party-dialog.tsx'
import { Section } from './section.tsx'
import styles from './settings.module.css'

/** The number of parties listed unless the person asks for all. */
const FEW = 8

/** Every party of a contract. Renaming one renames it in all of its contracts. */
export function PartiesSection() {
  const { value } = useQuery({ type: 'parties' })
  return value === null ? null : <Parties parties={value} />
}

function Parties({ parties }: { parties: readonly PartyRow[] }) {
  const [search, setSearch] = useState('')
  const [all, setAll] = useState(false)
  const [renamed, setRenamed] = useState<PartyRow | null>(null)
  const wanted = partyKey(search)
  const found = parties.filter(({ name }) => partyKey(name).includes(wanted))
  const shown = all ? found : found.slice(0, FEW)
  const clients = parties.filter(({ client }) => client > 0).length
  const freelancers = parties.filter(({ freelancer }) => freelancer > 0).length
  return (
    <Section
      title={words('settings.parties')}
      aside={parties.length === 0 ? null : words('settings.parties-count', { clients, freelancers })}
    >
      {parties.length === 0 ? <p className={styles['nothing']}>{words('settings.parties-none')}</p> : null}
      {parties.length > FEW ? (
        <input
          type="search"
          className={styles['find']}
          aria-label={words('settings.party-find')}
          placeholder={words('settings.party-find')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      ) : null}
      {parties.length > 0 && found.length === 0 ? (
        <p className={styles['nothing']}>{words('settings.party-nobody')}</p>
      ) : null}
      <ul onKeyDown={walkRows} aria-label={words('settings.parties')}>
        {shown.map(party => (
          <Party key={party.name} party={party} onRename={() => setRenamed(party)} />
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
          others={parties.filter(each => each !== renamed)}
          onClose={() => setRenamed(null)}
        />
      )}
    </Section>
  )
}

function Party({ party: { name, client, freelancer, open }, onRename }: { party: PartyRow; onRename: () => void }) {
  const readOnly = useStore(state => state.book?.readOnly === true)
  return (
    <li className={styles['party']}>
      <b>{name}</b>
      <span className={text['muted']}>
        {words('settings.party', {
          role: client > 0 && freelancer > 0 ? 'both' : client > 0 ? 'client' : 'freelancer',
          contracts: client + freelancer,
          open,
        })}
      </span>
      <Button
        look="quiet"
        small
        {...ROW_TARGET}
        aria-disabled={readOnly}
        aria-label={words('settings.rename-label', { name })}
        onClick={onRename}
      >
        {words('settings.rename')}
      </Button>
    </li>
  )
}
