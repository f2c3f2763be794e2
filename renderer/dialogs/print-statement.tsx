import { useEffect, useId, useState } from 'react'
import type { IsoDate } from '../../shared/calendar.ts'
import type { PartyRow, QueryInput } from '../../shared/queries.ts'
import { ProblemText } from '../components/problem-text.tsx'
import { closeBookDialog } from '../state/book-dialog.ts'
import { bridge } from '../state/bridge.ts'
import { tell } from '../state/dialogs.ts'
import { useQuery } from '../state/query.ts'
import { useStore } from '../state/store.ts'
import text from '../theme/text.module.css'
import { type Problem, refused } from '../words/problem.ts'
import { words } from '../words/say.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import styles from './fields.module.css'
import frame from './move-dialog.module.css'
import { daysOf, PERIODS, type PeriodName } from './statement-period.ts'

/** What a statement is of, as the choice names it. */
const BOOK = 'book'
const CONTRACT = 'contract '
const CLIENT = 'client '

/** Chooses what a statement is of and its period, says what it will hold, and prints it into a file. */
export function PrintStatementDialog({ contractId }: { contractId: string | undefined }) {
  const id = useId()
  const today = useStore(state => state.book?.today)
  const contract = useStore(state => (state.opened?.contractId === contractId ? state.opened?.contract : null))
  const clients = useClients()
  const [of, setOf] = useState(contractId === undefined ? BOOK : `${CONTRACT}${contractId}`)
  const [period, setPeriod] = useState<PeriodName>('all')
  const [chosen, setChosen] = useState<{ readonly from: string; readonly to: string }>({ from: '', to: '' })
  const [job, setJob] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => bridge.on('progress', ({ job: name }) => (name.startsWith('statement-') ? setJob(name) : undefined)), [])
  const [busy, setBusy] = useState(false)
  if (today === undefined) return null

  const days = period === 'chosen' ? typedDays(chosen) : daysOf(period, today)
  const asked = {
    ...(of.startsWith(CONTRACT) ? { contractId: of.slice(CONTRACT.length) } : {}),
    ...(of.startsWith(CLIENT) ? { client: of.slice(CLIENT.length) } : {}),
    ...days,
  }

  async function print(): Promise<void> {
    if (busy) return
    setBusy(true)
    setProblem(null)
    const answer = await bridge.execute({ type: 'print-statement', ...asked })
    setBusy(false)
    if (answer.ok) {
      closeBookDialog()
      tell({ key: 'toast.printed', params: { path: (answer.value as { path: string }).path } })
    } else if (answer.error.code !== 'cancelled') setProblem(refused(answer.error))
  }

  function leave(): void {
    if (busy && job !== null) void bridge.execute({ type: 'cancel', job })
    closeBookDialog()
  }

  const change =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      set(value)
      setProblem(null)
    }
  return (
    <DialogFrame
      title={words('statement-dialog.title')}
      subtitle={words('statement-dialog.subtitle')}
      confirm={words('statement-dialog.confirm')}
      confirmDisabled={busy}
      foot={busy ? words('statement-dialog.printing') : words('statement-dialog.foot')}
      onSubmit={() => void print()}
      onLeave={leave}
    >
      <div className={styles['field']}>
        <label htmlFor={`${id}-of`}>{words('statement-dialog.of')}</label>
        <select id={`${id}-of`} data-autofocus value={of} onChange={event => change(setOf)(event.target.value)}>
          {contract ? <option value={`${CONTRACT}${contract.id}`}>{words('statement-dialog.of-contract', { title: contract.title })}</option> : null}
          {clients.map(({ name }) => (
            <option key={name} value={`${CLIENT}${name}`}>
              {words('statement-dialog.of-client', { client: name })}
            </option>
          ))}
          <option value={BOOK}>{words('statement-dialog.of-book')}</option>
        </select>
      </div>
      <div className={styles['field']}>
        <label htmlFor={`${id}-period`}>{words('statement-dialog.period')}</label>
        <select id={`${id}-period`} value={period} onChange={event => change(setPeriod)(event.target.value as PeriodName)}>
          {PERIODS.map(name => (
            <option key={name} value={name}>
              {words('statement-dialog.period-name', { name: name.replace('-', '_') })}
            </option>
          ))}
        </select>
      </div>
      {period === 'chosen'
        ? (['from', 'to'] as const).map(end => (
            <div key={end} className={styles['field']}>
              <label htmlFor={`${id}-${end}`}>{words('statement-dialog.end', { end })}</label>
              <input
                id={`${id}-${end}`}
                type="date"
                aria-invalid={problem?.field === end}
                value={chosen[end]}
                onChange={event => change(setChosen)({ ...chosen, [end]: event.target.value })}
              />
            </div>
          ))
        : null}
      {problem === null ? <Contents asked={asked} /> : <ProblemText problem={problem} />}
    </DialogFrame>
  )
}

/** What the statement will hold, before it is printed. */
function Contents({ asked }: { asked: Omit<Extract<QueryInput, { type: 'statement' }>, 'type'> }) {
  const { value, error } = useQuery({ type: 'statement', ...asked })
  const lines = value?.contracts.reduce((count, contract) => count + contract.lines.length, 0) ?? 0
  return (
    <p className={`${text['answer']} ${frame['tell']}`} aria-live="polite">
      {error === null ? (value === null ? '' : words('statement-dialog.holds', { contracts: value.contracts.length, lines })) : error.message}
    </p>
  )
}

/** The book's clients, by name. */
function useClients(): readonly PartyRow[] {
  const { value } = useQuery({ type: 'parties' })
  return (value ?? []).filter(({ client }) => client > 0)
}

function typedDays({ from, to }: { readonly from: string; readonly to: string }) {
  return { ...(from === '' ? {} : { from: from as IsoDate }), ...(to === '' ? {} : { to: to as IsoDate }) }
}
