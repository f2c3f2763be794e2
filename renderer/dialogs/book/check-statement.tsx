import { FileInput, ShieldAlert, ShieldCheck } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { PaperCheck, StatementCheck } from '../../../shared/printed-statement/printed-statement.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import { bridge } from '../../ask/bridge.ts'
import { useLatestOnly } from '../../ask/use-reading.ts'
import { Button } from '../../controls/button.tsx'
import { DropZone } from '../../controls/drop-zone.tsx'
import { FileField } from '../../controls/file-field.tsx'
import fields from '../../form/fields.module.css'
import { ProblemText } from '../../form/problem-text.tsx'
import { closeBookDialog } from '../../state/book-dialog.ts'
import text from '../../theme/text.module.css'
import { type Problem, refused } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'
import { DialogFrame } from '../frame/dialog-frame.tsx'
import styles from './check-statement.module.css'
import { readPaper } from './paper-file.ts'

type Found = StatementCheck | PaperCheck

const INTACT: readonly Found['result'][] = ['same', 'grown']

/**
 * Checks whether this book printed a file, or still holds the history named at the foot of a
 * printed statement.
 */
export function CheckStatementDialog() {
  const id = useId()
  const { typed, found, problem, busy, change, check, checkFile } = useCheck(field =>
    document.getElementById(`${id}-${field}`)?.focus(),
  )
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
      <PaperField onFile={file => void checkFile(file)} />
      <p className={text['muted']}>{words('check-statement.or')}</p>
      <div className={fields['field']}>
        <label htmlFor={`${id}-entries`}>{words('check-statement.entries')}</label>
        <input
          id={`${id}-entries`}
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={problem?.field === 'entries'}
          value={typed.entries}
          onChange={event => change({ entries: event.target.value })}
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
          value={typed.head}
          onChange={event => change({ head: event.target.value })}
          onKeyDown={event => {
            // A fingerprint is one line, so Enter confirms the dialog.
            if (event.key !== 'Enter') return
            event.preventDefault()
            void check()
          }}
        />
      </div>
      {problem === null ? null : <ProblemText problem={problem} />}
      <div role="status">{found === null ? null : <Result found={found} />}</div>
    </DialogFrame>
  )
}

/** Takes the file of a statement, dropped or chosen. */
function PaperField({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <DropZone className={styles['drop']} onFile={onFile}>
      <Button look="line" data-autofocus icon={FileInput} onClick={() => input.current?.click()}>
        {words('check-statement.choose')}
      </Button>
      <FileField ref={input} accept=".pdf,application/pdf,*/*" label={words('check-statement.file')} onFile={onFile} />
      <span className={text['muted']}>{words('check-statement.drop')}</span>
    </DropZone>
  )
}

function Result({ found }: { found: Found }) {
  const intact = INTACT.includes(found.result)
  const Icon = intact ? ShieldCheck : ShieldAlert
  return (
    <p className={`${text['answer']} ${styles['found']}`} data-holds={intact}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span>{found.message}</span>
    </p>
  )
}

/** The dialog's state. `focus` moves the focus to the field with a problem. */
function useCheck(focus: (field: string) => void) {
  const [typed, setTyped] = useState({ entries: '', head: '' })
  const [found, setFound] = useState<Found | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const guard = useLatestOnly()

  function show(next: Found | null, wrong: Problem | null): void {
    setFound(next)
    setProblem(wrong)
    if (wrong?.field !== undefined) focus(wrong.field)
  }

  async function check(): Promise<void> {
    if (busy) return
    const entries = /^\d{1,9}$/.test(typed.entries.trim()) ? Number(typed.entries) : 0
    if (entries === 0) return show(null, absent('entries', 'check-statement.no-entries'))
    if (typed.head.trim() === '') return show(null, absent('head', 'check-statement.no-hash'))
    setBusy(true)
    const isLatest = guard.begin()
    const answer = await bridge.query({ type: 'check-statement', entries, head: typed.head })
    setBusy(false)
    if (!isLatest()) return
    if (answer.ok) show(answer.value, null)
    else show(null, refused(answer.error))
  }

  async function checkFile(file: File): Promise<void> {
    if (busy) return
    show(null, null)
    setBusy(true)
    const isLatest = guard.begin()
    const read = await readPaper(file)
    const answer = read.ok ? await bridge.query({ type: 'check-paper', sha256: read.sha256 }) : null
    setBusy(false)
    if (!isLatest()) return
    if (!read.ok) show(null, ofFile(`check-statement.${read.reason}`, file))
    else if (answer === null || !answer.ok) show(null, answer === null ? null : refused(answer.error))
    else if (answer.value.result === 'foreign' && !read.isPdf) show(null, ofFile('check-statement.no-pdf', file))
    else show(answer.value, null)
  }

  /** The result belongs to the previous values. */
  function change(next: Partial<typeof typed>): void {
    guard.drop()
    setTyped({ ...typed, ...next })
    show(null, null)
  }

  return { typed, found, problem, busy, change, check, checkFile }
}

const ofFile = (key: WordKey, { name }: File): Problem => ({
  field: undefined,
  text: { key, params: { file: name } },
  refusal: null,
  quiet: false,
})

const absent = (field: string, key: WordKey): Problem => ({ field, text: { key }, refusal: null, quiet: false })
