import { FileInput } from 'lucide-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import type { RowState } from '../../../shared/reconcile/statement.ts'
import { selector } from '../../../shared/words/selector.ts'
import { Button } from '../../controls/button.tsx'
import head from '../../controls/head.module.css'
import { ProblemText } from '../../form/problem-text.tsx'
import { href } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { refused } from '../../words/problem.ts'
import { Say, words } from '../../words/say.tsx'
import { ApplyBar } from './apply-bar.tsx'
import { ColumnsForm } from './columns-form.tsx'
import styles from './reconcile.module.css'
import { spanText } from './span-text.ts'
import {
  closeStatement,
  hearProgress,
  readAgain,
  readFile,
  showMapping,
  stopReading,
  useStatement,
} from './statement.ts'
import { StatementTable } from './statement-table.tsx'
import { StatementTools } from './statement-tools.tsx'

/**
 * Reconcile: a statement beside the book, row by row, and what is ticked of it recorded. A file can
 * be dropped anywhere on it.
 */
export function ReconcileScreen() {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const asked = useStatement(state => state.asked)
  const seen = useRef(asked)
  const bookHead = useStore(state => state.book?.head)
  const file = useStatement(state => state.file)
  useEffect(hearProgress, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the statement is matched with another book then.
  useEffect(() => {
    if (useStatement.getState().match !== null) void readAgain()
  }, [bookHead])
  useEffect(() => {
    if (asked === seen.current) return
    seen.current = asked
    // The system's dialog opens only where a person has just pressed something in the page; the
    // native menu is no such thing.
    if (navigator.userActivation.isActive) input.current?.click()
  }, [asked])
  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped !== undefined) void readFile(dropped)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is another way to choose one; the button is there too.
    <div
      className={styles['screen']}
      data-over={over}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label={words('reconcile.choose-file')}
        className={text['hidden']}
        tabIndex={-1}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen !== undefined) void readFile(chosen)
          // The same file may be chosen again.
          target.value = ''
        }}
      />
      <div className={head['head']}>
        <h1 className={head['grow']}>{words('nav.reconcile')}</h1>
        {file === null ? null : <Acts onAnother={() => input.current?.click()} />}
      </div>
      {file === null ? (
        <Empty onChoose={() => input.current?.click()} />
      ) : (
        <Statement onChoose={() => input.current?.click()} />
      )}
    </div>
  )
}

function Acts({ onAnother }: { onAnother: () => void }) {
  const mapping = useStatement(state => state.mapping)
  const matched = useStatement(state => state.match !== null)
  // Where there is nothing to see of it, the ways to another stand below what is said of it.
  const readable = useStatement(state => state.match !== null || state.reading !== null)
  return (
    <div className={head['acts']}>
      {matched ? (
        <Button look="quiet" aria-pressed={mapping} onClick={() => showMapping(!mapping)}>
          {words('reconcile.columns')}
        </Button>
      ) : null}
      <Button look="quiet" onClick={closeStatement}>
        {words('reconcile.close')}
      </Button>
      {readable ? (
        <Button look="quiet" icon={FileInput} onClick={onAnother}>
          {words('reconcile.another')}
        </Button>
      ) : null}
    </div>
  )
}

function Empty({ onChoose }: { onChoose: () => void }) {
  return (
    <div className={styles['empty']}>
      <p className={text['answer']}>{words('reconcile.empty')}</p>
      <p className={styles['about']}>{words('reconcile.empty-about')}</p>
      <Choose onChoose={onChoose} />
    </div>
  )
}

/** The ways to a file: `again` after one that could not be read. */
function Choose({ again = false, onChoose }: { again?: boolean; onChoose: () => void }) {
  return (
    <p className={styles['choose']}>
      <Button look="primary" icon={FileInput} onClick={onChoose}>
        {words(again ? 'reconcile.another' : 'reconcile.choose')}
      </Button>
      <span className={text['muted']}>{words('reconcile.drop')}</span>
    </p>
  )
}

function Statement({ onChoose }: { onChoose: () => void }) {
  const file = useStatement(state => state.file) ?? ''
  const match = useStatement(state => state.match)
  const reading = useStatement(state => state.reading)
  const unread = useStatement(state => state.unread)
  const stopped = useStatement(state => state.stopped)
  const error = useStatement(state => state.error)
  const mapping = useStatement(state => state.mapping)
  const today = useStore(state => state.book?.today)
  if (unread !== null)
    return (
      <>
        <ProblemText
          problem={{
            field: undefined,
            text: { key: 'reconcile.unread', params: { reason: selector(unread), file } },
            refusal: null,
            quiet: false,
          }}
        />
        <Choose again onChoose={onChoose} />
      </>
    )
  if (reading !== null && match === null)
    return <Reading file={file} percent={reading.percent} canStop={reading.job !== null} />
  if (stopped)
    return (
      <>
        <p className={text['muted']}>{words('reconcile.stopped', { file })}</p>
        <Choose again onChoose={onChoose} />
      </>
    )
  if (error !== null && match === null)
    return (
      <>
        <p className={styles['about']}>{file}</p>
        <ProblemText problem={refused(error)} />
        <Choose again onChoose={onChoose} />
      </>
    )
  if (match === null || today === undefined) return null
  const [total, moves] = [sumOf(match.counts), sumOf(match.moves)]
  const params = {
    file,
    format: selector(match.recognised ?? 'columns'),
    span: spanText(match),
    total,
    moves,
    folded: moves < total ? 'yes' : 'no',
  }
  return (
    <>
      {match.asks === null ? <p className={styles['about']}>{words('reconcile.about', params)}</p> : null}
      {mapping ? <ColumnsForm match={match} today={today} /> : null}
      {error === null ? null : <ProblemText problem={refused(error)} />}
      {match.asks === null && !(mapping && match.recognised === 'columns') ? (
        <>
          <Answer />
          <StatementTools match={match} />
          <StatementTable match={match} today={today} />
          <ApplyBar match={match} file={file} />
        </>
      ) : null}
    </>
  )
}

const sumOf = (counts: Readonly<Record<RowState, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0)

/** What was recorded, or what is to be done. */
function Answer() {
  const match = useStatement(state => state.match)
  const done = useStatement(state => state.done)
  if (match === null) return null
  if (done !== null && done.backup !== null) {
    const { recorded, annotated, first, last } = done
    return (
      <p className={text['answer']} role="status">
        {words('reconcile.done', { recorded, annotated, first: first ?? 0, last: last ?? 0 })}{' '}
        <a className={text['link']} href={href({ screen: 'settings', section: 'backups' })}>
          {words('reconcile.to-backups')}
        </a>
      </p>
    )
  }
  const { matched, proposed, differs, new: unknown } = match.moves
  const [elsewhere, open] = [match.onlyInBookElsewhere, proposed + differs + unknown]
  return (
    <p className={text['answer']}>
      <Say
        text="reconcile.answer"
        params={{ matched, proposed, differs, unknown, open, only: match.onlyInBookTotal - elsewhere, elsewhere }}
      />
    </p>
  )
}

function Reading({ file, percent, canStop }: { file: string; percent: number; canStop: boolean }) {
  return (
    <div className={styles['reading']} role="status">
      <label>
        <span>{words('reconcile.reading', { file, percent })}</span>
        <progress max={100} value={percent} />
      </label>
      {canStop ? (
        <Button look="line" small onClick={stopReading}>
          {words('reconcile.stop')}
        </Button>
      ) : null}
    </div>
  )
}
