import { useId, useState } from 'react'
import { addDays, type IsoDate } from '../../../shared/dates/calendar.ts'
import { useOnce } from '../../ask/use-once.ts'
import { usePreview } from '../../ask/use-preview.ts'
import { DayField } from '../../controls/day-field.tsx'
import { typedDay } from '../../form/day-in-form.tsx'
import styles from '../../form/fields.module.css'
import { ProblemText } from '../../form/problem-text.tsx'
import { closeBookDialog } from '../../state/book-dialog.ts'
import { record } from '../../state/record.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { fullDateText } from '../../words/days.ts'
import { type Problem, refused } from '../../words/problem.ts'
import { Say, words } from '../../words/say.tsx'
import frame from '../frame/dialog-frame.module.css'
import { DialogFrame } from '../frame/dialog-frame.tsx'

/** Chooses the last day of the closed period, and closes the books. */
export function CloseBooksDialog() {
  const book = useStore(state => state.book)
  return book === null ? null : <CloseBooks today={book.today} closedUntil={book.closedUntil} />
}

interface CloseBooksProps {
  readonly today: IsoDate
  readonly closedUntil: IsoDate | null
}

function CloseBooks({ today, closedUntil }: CloseBooksProps) {
  const id = useId()
  const [typed, setTyped] = useState<string>(() => lastOfMonthBefore(today))
  const read = typedDay(typed, 'until', { use: 'bound' })
  const until = 'problem' in read ? null : read.day
  const { error } = usePreview(until === null ? null : { type: 'close-books', until })
  const [answered, setAnswered] = useState<{ of: string; problem: Problem } | null>(null)
  const { busy, once } = useOnce()
  const problem = answered?.of === typed ? answered.problem : until === null || error === null ? null : refused(error)
  async function close(): Promise<void> {
    if (until === null || problem !== null) return
    const answer = await once(() => record({ type: 'close-books', until }))
    if (answer === undefined) return
    if (answer.ok) closeBookDialog()
    else setAnswered({ of: typed, problem: refused(answer.error) })
  }
  return (
    <DialogFrame
      title={words('close-books.title')}
      subtitle={
        closedUntil === null ? words('close-books.open') : words('close-books.closed', { until: { day: closedUntil } })
      }
      confirm={
        until === null ? words('close-books.title') : words('close-books.confirm', { until: fullDateText(until) })
      }
      confirmDisabled={busy || until === null || problem !== null}
      foot={words('close-books.foot')}
      onSubmit={() => void close()}
      onLeave={closeBookDialog}
    >
      <div className={styles['field']}>
        <label htmlFor={id}>{words('close-books.until')}</label>
        <DayField
          id={id}
          use="bound"
          today={today}
          value={typed}
          wrong={problem !== null}
          onChange={value => setTyped(value)}
        />
      </div>
      {problem === null ? (
        <p className={`${text['answer']} ${frame['tell']}`} aria-live="polite">
          {until === null ? null : <Say text="close-books.tell" params={{ until: fullDateText(until) }} />}
        </p>
      ) : (
        <ProblemText problem={problem} />
      )}
    </DialogFrame>
  )
}

/** The last day of the month before that of `today`. */
function lastOfMonthBefore(today: IsoDate): IsoDate {
  return addDays(`${today.slice(0, 8)}01` as IsoDate, -1)
}
