import { ActionButton } from '../../actions/action-button.tsx'
import { newContract } from '../../actions/contract-actions.ts'
import head from '../../controls/head.module.css'
import { choose } from '../../state/contracts.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './answer.module.css'
import { ContractsAnswer } from './answer.tsx'
import { ContractList } from './contract-list.tsx'
import { EmptyBook } from './empty-book.tsx'
import { ListTools } from './list-tools.tsx'
import { Totals } from './totals.tsx'

/** The list of contracts: next steps, totals, and the table. */
export function ContractsScreen() {
  const empty = useStore(
    state =>
      state.summary !== null && state.summary.length === 0 && state.listing.total === 0 && state.choice.search === '',
  )
  const archived = useStore(state => state.choice.archived)
  const error = useStore(state => state.listing.error)
  const ready = useStore(state => state.listing.total !== null)
  const nothing = useStore(state => state.listing.total === 0)
  if (empty && !archived) return <EmptyBook />
  return (
    <>
      <div className={head['head']}>
        <h1 className={head['grow']}>{words('nav.contracts')}</h1>
        <ActionButton action={newContract} look="primary" />
      </div>
      <ContractsAnswer />
      <Totals />
      <ListTools />
      {error === null ? null : (
        <p className={text['answer']} role="alert">
          {error.message}
        </p>
      )}
      {ready ? <ContractList /> : null}
      {nothing ? <NothingFound /> : null}
    </>
  )
}

function NothingFound() {
  return (
    <p className={styles['nothing']}>
      {words('list.nothing')}{' '}
      <button
        type="button"
        className={text['link']}
        onClick={() => choose({ search: '', stage: null, client: null, currency: null, archived: false })}
      >
        {words('list.show-all')}
      </button>
    </p>
  )
}
