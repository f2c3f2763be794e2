import { useId, useState } from 'react'
import type { PartyRow } from '../../../shared/api/contracts.ts'
import type { QueryInput } from '../../../shared/api/queries.ts'
import { useQuery } from '../../ask/use-query.ts'
import { focusRefusedDay } from '../../controls/day-field.tsx'
import styles from '../../form/fields.module.css'
import { daysIn, EVER, PeriodFields } from '../../form/period-fields.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import frame from '../frame/dialog-frame.module.css'
import { DialogFrame } from '../frame/dialog-frame.tsx'
import { useSaving } from './use-saving.ts'

/** The values of the select: the book, or one of these and an id or a name. */
const BOOK = 'book'
const CONTRACT = 'contract '
const CLIENT = 'client '

/** Chooses a statement's contract, client or book and its period, and prints it to a file. */
export function PrintStatementDialog({ contractId }: { contractId: string | undefined }) {
  const id = useId()
  const book = useStore(state => state.book)
  const contract = useQuery(contractId === undefined ? null : { type: 'contract', contractId, limit: 1 }).value
    ?.contract
  const clients = useClients()
  const [of, setOf] = useState(contractId === undefined ? BOOK : `${CONTRACT}${contractId}`)
  const [period, setPeriod] = useState(EVER)
  const { problem, busy, save, leave, forgetProblem } = useSaving('print')
  if (book === null) return null

  const days = daysIn(period, book)
  const asked = {
    ...(of.startsWith(CONTRACT) ? { contractId: of.slice(CONTRACT.length) } : {}),
    ...(of.startsWith(CLIENT) ? { client: of.slice(CLIENT.length) } : {}),
    ...days,
  }

  function print(): void {
    if (days === null) {
      focusRefusedDay()
      return
    }
    void save({ type: 'print-statement', ...asked }, ({ path, why }) =>
      why === undefined
        ? { key: 'toast.printed', params: { path } }
        : { key: 'toast.printed-not-kept', params: { path, why } },
    )
  }

  const change =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      set(value)
      forgetProblem()
    }
  return (
    <DialogFrame
      title={words('statement-dialog.title')}
      subtitle={words('statement-dialog.subtitle')}
      confirm={words('statement-dialog.confirm')}
      confirmDisabled={busy || days === null}
      foot={busy ? words('statement-dialog.printing') : words('statement-dialog.foot')}
      onSubmit={print}
      onLeave={leave}
    >
      <div className={styles['field']}>
        <label htmlFor={`${id}-of`}>{words('statement-dialog.of')}</label>
        <select id={`${id}-of`} data-autofocus value={of} onChange={event => change(setOf)(event.target.value)}>
          {contract ? (
            <option value={`${CONTRACT}${contract.id}`}>
              {words('statement-dialog.of-contract', { title: contract.title })}
            </option>
          ) : null}
          {clients.map(({ name }) => (
            <option key={name} value={`${CLIENT}${name}`}>
              {words('statement-dialog.of-client', { client: name })}
            </option>
          ))}
          <option value={BOOK}>{words('statement-dialog.of-book')}</option>
        </select>
      </div>
      <PeriodFields period={period} today={book.today} wrong={problem?.field} onChange={change(setPeriod)} />
      {days === null ? null : problem === null ? <Contents asked={asked} /> : <ProblemText problem={problem} />}
    </DialogFrame>
  )
}

/** The content of the statement, before it is printed. */
function Contents({ asked }: { asked: Omit<Extract<QueryInput, { type: 'statement' }>, 'type'> }) {
  const { value, error } = useQuery({ type: 'statement', ...asked })
  const lines = value?.contracts.reduce((count, contract) => count + contract.lines.length, 0) ?? 0
  return (
    <p className={`${text['answer']} ${frame['tell']}`} aria-live="polite">
      {error === null
        ? value === null
          ? ''
          : words('statement-dialog.holds', { contracts: value.contracts.length, lines })
        : error.message}
    </p>
  )
}

/** The book's clients, by name. */
function useClients(): readonly PartyRow[] {
  const { value } = useQuery({ type: 'parties' })
  return (value ?? []).filter(({ client }) => client > 0)
}
