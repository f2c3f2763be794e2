import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useId, useState } from 'react'
import type { StatementCheck } from '../../../shared/printed-statement/printed-statement.ts'
import { bridge } from '../../ask/bridge.ts'
import { useLatestOnly } from '../../ask/use-reading.ts'
import fields from '../../form/fields.module.css'
import { ProblemText } from '../../form/problem-text.tsx'
import { closeBookDialog } from '../../state/book-dialog.ts'
import text from '../../theme/text.module.css'
import { type Problem, refused } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'
import { DialogFrame } from '../frame/dialog-frame.tsx'
import styles from './check-statement.module.css'

const HOLDS: readonly StatementCheck['result'][] = ['same', 'grown']

/**
 * Says whether this book still holds exactly the history that a printed statement names at its
 * foot.
 */
export function CheckStatementDialog() {
  const id = useId()
  const [entries, setEntries] = useState('')
  const [head, setHead] = useState('')
  const [found, setFound] = useState<StatementCheck | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const guard = useLatestOnly()

  async function check(): Promise<void> {
    if (busy) return
    const count = /^\d{1,9}$/.test(entries.trim()) ? Number(entries) : 0
    if (count === 0)
      return stop({ field: 'entries', text: { key: 'check-statement.no-entries' }, refusal: null, quiet: false })
    if (head.trim() === '')
      return stop({ field: 'head', text: { key: 'check-statement.no-hash' }, refusal: null, quiet: false })
    setBusy(true)
    const isLatest = guard.begin()
    const answer = await bridge.query({ type: 'check-statement', entries: count, head })
    setBusy(false)
    if (!isLatest()) return
    if (answer.ok) {
      setProblem(null)
      setFound(answer.value)
    } else stop(refused(answer.error))
  }

  function stop(wrong: Problem): void {
    setFound(null)
    setProblem(wrong)
    document.getElementById(`${id}-${wrong.field}`)?.focus()
  }

  function changed(set: (value: string) => void, value: string): void {
    guard.drop()
    set(value)
    setFound(null)
    setProblem(null)
  }

  const holds = found !== null && HOLDS.includes(found.result)
  const Icon = holds ? ShieldCheck : ShieldAlert
  return (
    <DialogFrame
      title={words('check-statement.title')}
      subtitle={words('check-statement.subtitle')}
      confirm={words('check-statement.confirm')}
      confirmDisabled={busy}
      foot={busy ? words('check-statement.checking') : words('check-statement.foot')}
      cancel={words('dialog.close')}
      onSubmit={() => void check()}
      onLeave={closeBookDialog}
    >
      <div className={fields['field']}>
        <label htmlFor={`${id}-entries`}>{words('check-statement.entries')}</label>
        <input
          id={`${id}-entries`}
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={problem?.field === 'entries'}
          value={entries}
          onChange={event => changed(setEntries, event.target.value)}
        />
      </div>
      <div className={fields['field']}>
        <label htmlFor={`${id}-head`}>{words('check-statement.hash')}</label>
        <textarea
          id={`${id}-head`}
          rows={2}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={problem?.field === 'head'}
          className={styles['hash']}
          value={head}
          onChange={event => changed(setHead, event.target.value)}
          onKeyDown={event => {
            // A hash has no lines: Enter is that of the dialog.
            if (event.key !== 'Enter') return
            event.preventDefault()
            void check()
          }}
        />
      </div>
      {problem === null ? null : <ProblemText problem={problem} />}
      <div role="status">
        {found === null ? null : (
          <p className={`${text['answer']} ${styles['found']}`} data-holds={holds}>
            <Icon size={16} strokeWidth={1.75} aria-hidden />
            <span>{found.message}</span>
          </p>
        )}
      </div>
    </DialogFrame>
  )
}
