import type { AnswerError } from '../../../shared/api/answers.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { RowState } from '../../../shared/reconcile/statement.ts'
import { selector } from '../../../shared/words/selector.ts'
import { ProblemText } from '../../form/problem-text.tsx'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { refused } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'
import { ApplyBar } from './apply-bar.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ColumnsForm } from './columns-form.tsx'
import { ReadingProgress } from './reading-progress.tsx'
import styles from './reconcile.module.css'
import { spanText } from './span-text.ts'
import { type MatchedStatement, type UnreadableReason, useStatement } from './statement.ts'
import { StatementAnswer } from './statement-answer.tsx'
import { StatementTable } from './statement-table.tsx'
import { StatementTools } from './statement-tools.tsx'

/** The statement, or the problem that prevents reading it. */
export function StatementContent({ onChoose }: { onChoose: () => void }) {
  const statement = useStatement()
  const today = useStore(state => state.book?.today)
  switch (statement.phase) {
    case 'none':
      return <NoStatement onChoose={onChoose} />
    case 'reading':
      return <ReadingProgress file={statement.file} job={statement.job} />
    case 'stopped':
      return (
        <>
          <p className={text['muted']}>{words('reconcile.stopped', { file: statement.file })}</p>
          <ChooseFile again onChoose={onChoose} />
        </>
      )
    case 'unreadable':
      return (
        <>
          <UnreadableText file={statement.file} reason={statement.reason} />
          <ChooseFile again onChoose={onChoose} />
        </>
      )
    case 'refused':
      return (
        <>
          <p className={styles['about']}>{statement.file}</p>
          <ProblemText problem={refused(statement.error)} />
          <ChooseFile again onChoose={onChoose} />
        </>
      )
    case 'asking':
      return today === undefined ? null : (
        <>
          <ColumnsForm statement={statement} today={today} />
          <ErrorText error={statement.error} />
        </>
      )
    case 'matched':
      return today === undefined ? null : <Matched statement={statement} today={today} />
  }
}

function NoStatement({ onChoose }: { onChoose: () => void }) {
  return (
    <div className={styles['empty']}>
      <p className={text['answer']}>{words('reconcile.empty')}</p>
      <p className={styles['about']}>{words('reconcile.empty-about')}</p>
      <ChooseFile onChoose={onChoose} />
    </div>
  )
}

function UnreadableText({ file, reason }: { file: string; reason: UnreadableReason }) {
  const problem = { key: 'reconcile.unread', params: { reason: selector(reason), file } } as const
  return <ProblemText problem={{ field: undefined, text: problem, refusal: null, quiet: false }} />
}

const ErrorText = ({ error }: { error: AnswerError | null }) =>
  error === null ? null : <ProblemText problem={refused(error)} />

/** A statement whose columns are known. Its rows are hidden while a person reviews the columns. */
function Matched({ statement, today }: { statement: MatchedStatement; today: IsoDate }) {
  const { match, mapping, error } = statement
  return (
    <>
      <p className={styles['about']}>{aboutText(statement)}</p>
      {mapping ? <ColumnsForm statement={statement} today={today} /> : null}
      <ErrorText error={error} />
      {mapping && match.recognised === 'columns' ? null : (
        <>
          <StatementAnswer statement={statement} />
          <StatementTools statement={statement} />
          <StatementTable statement={statement} today={today} />
          <ApplyBar statement={statement} />
        </>
      )}
    </>
  )
}

function aboutText({ file, match }: MatchedStatement): string {
  const [total, moves] = [sumOf(match.counts), sumOf(match.moves)]
  return words('reconcile.about', {
    file,
    format: selector(match.recognised ?? 'columns'),
    span: spanText(match),
    total,
    moves,
    folded: moves < total ? 'yes' : 'no',
  })
}

const sumOf = (counts: Readonly<Record<RowState, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0)
