import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { QueryValues } from '../../../shared/api/queries.ts'
import { checkStatement, closeBooks, moveBook, openAnother, reopenBooks } from '../../actions/book-actions.ts'
import { bridge } from '../../ask/bridge.ts'
import { Button } from '../../controls/button.tsx'
import { Term } from '../../controls/term.tsx'
import { ClosedUntil } from '../../form/closed-until.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import { loadBook } from '../../state/book.ts'
import { momentText } from '../../words/moments.ts'
import { type Problem, refused } from '../../words/problem.ts'
import { words, wordsOf } from '../../words/say.tsx'
import { Section } from './section.tsx'
import { Setting } from './setting.tsx'
import styles from './settings.module.css'

/** The number of digits in a group of a displayed fingerprint. */
const GROUP = /.{1,4}/g

type Check =
  | { readonly state: 'never' }
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly at: string; readonly found: QueryValues['verify'] }

interface BookProps {
  readonly book: QueryValues['book']
}

/** The open book: its folder, its health with a check of every line, and its fingerprint. */
export function BookSection({ book }: BookProps) {
  return (
    <Section title={words('settings.book')} anchor="book">
      <Setting
        name={words('settings.name')}
        acts={
          book.sample ? null : (
            <Button look="quiet" small aria-label={wordsOf(moveBook.label)} onClick={moveBook.perform}>
              {words('settings.move')}
            </Button>
          )
        }
      >
        {book.name}
      </Setting>
      <Setting
        name={words('settings.folder')}
        acts={
          <Button look="quiet" small onClick={openAnother.perform}>
            {wordsOf(openAnother.label)}
          </Button>
        }
      >
        <span className={styles['path']}>{book.folder}</span>
      </Setting>
      <Health book={book} />
      <Setting
        name={words('settings.closed')}
        acts={
          <>
            {book.closedUntil === null ? null : (
              <Button
                look="quiet"
                small
                aria-disabled={book.readOnly}
                aria-label={wordsOf(reopenBooks.label)}
                onClick={reopenBooks.perform}
              >
                {words('reopen.offer')}
              </Button>
            )}
            <Button
              look="quiet"
              small
              aria-disabled={book.readOnly}
              aria-label={wordsOf(closeBooks.label)}
              onClick={closeBooks.perform}
            >
              {words('close-books.offer')}
            </Button>
          </>
        }
      >
        {book.closedUntil === null ? (
          <span className={styles['about']}>{words('close-books.open')}</span>
        ) : (
          <ClosedUntil />
        )}
      </Setting>
      <Setting
        name={<Term term="fingerprint" text={words('settings.hash')} />}
        acts={
          <Button look="quiet" small onClick={checkStatement.perform}>
            {wordsOf(checkStatement.label)}
          </Button>
        }
      >
        {book.entries === 0 ? (
          <span className={styles['about']}>{words('settings.hash-none')}</span>
        ) : (
          <code className={styles['hash']}>{(book.head.toUpperCase().match(GROUP) ?? []).join(' ')}</code>
        )}
      </Setting>
    </Section>
  )
}

function Health({ book }: BookProps) {
  const { health } = book
  const [check, setCheck] = useState<Check>({ state: 'never' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const bad = health.state === 'damaged' || book.readOnly
  const Icon = bad ? ShieldAlert : ShieldCheck

  async function onCheck(): Promise<void> {
    if (check.state === 'running') return
    setCheck({ state: 'running' })
    const answer = await bridge.query({ type: 'verify' })
    setProblem(answer.ok ? null : refused(answer.error))
    setCheck(answer.ok ? { state: 'done', at: new Date().toISOString(), found: answer.value } : { state: 'never' })
    void loadBook()
  }

  return (
    <Setting
      name={words('settings.health')}
      about={<span role="status">{checkText(check, book)}</span>}
      acts={
        <Button look="quiet" small aria-disabled={check.state === 'running'} onClick={() => void onCheck()}>
          {words('settings.check')}
        </Button>
      }
    >
      <span className={styles['health']} data-bad={bad}>
        <Icon size={14} strokeWidth={1.75} aria-hidden />
        <HealthState book={book} />
      </span>
      {problem === null ? null : <ProblemText problem={problem} />}
    </Setting>
  )
}

function HealthState({ book: { health, entries } }: BookProps) {
  const text = words('settings.health-state', { state: health.state, line: health.line ?? 0, entries })
  const isIntact = health.state === 'ok' || health.state === 'recovered'
  return <span>{isIntact ? <Term term="intact" text={text} /> : text}</span>
}

/** The result of the last check, or the message about the book's health. */
function checkText(check: Check, { health, today }: QueryValues['book']): string | undefined {
  switch (check.state) {
    case 'running':
      return words('settings.checking')
    case 'never':
      return health.message
    case 'done':
      return check.found.ok && check.found.figures.ok
        ? [words('settings.checked', { when: momentText(check.at, today) }), health.message].filter(Boolean).join(' ')
        : [...check.found.problems.map(each => each.message), check.found.figures.message].filter(Boolean).join(' ')
  }
}
