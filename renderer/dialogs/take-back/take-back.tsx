import { useState } from 'react'
import type { CommandValue } from '../../../shared/api/answers.ts'
import type { ImportRow } from '../../../shared/api/imports.ts'
import { PAGE_LIMIT } from '../../../shared/api/page-limit.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { useOnce } from '../../ask/use-once.ts'
import { useQuery } from '../../ask/use-query.ts'
import { ProblemText } from '../../form/problem-text.tsx'
import { TouchedPapers } from '../../form/touched-papers.tsx'
import { closeBookDialog } from '../../state/book-dialog.ts'
import { record } from '../../state/record.ts'
import { useStore } from '../../state/store.ts'
import { noteTakenBack } from '../../state/take-back.ts'
import text from '../../theme/text.module.css'
import { momentText } from '../../words/moments.ts'
import { type Problem, refused } from '../../words/problem.ts'
import { Say, words } from '../../words/say.tsx'
import { DialogFrame } from '../frame/dialog-frame.tsx'
import { FiguresTable } from './figures-table.tsx'
import { Since } from './since.tsx'
import styles from './take-back.module.css'

/** Takes an import back, after showing what would go, come back and stay. */
export function TakeBackDialog({ line }: { readonly line: number }) {
  const command = { type: 'take-back-import', import: line } as const
  const { value, error } = useQuery({ type: 'preview', command })
  const found = useQuery({ type: 'imports', limit: PAGE_LIMIT }).value?.rows.find(row => row.import === line)
  const today = useStore(state => state.book?.today)
  const [failed, setFailed] = useState<Problem | null>(null)
  const { busy, once } = useOnce()
  if (today === undefined || (value === null && error === null)) return null
  const views = value?.takenBack ?? []
  const entries = views.flatMap(each => each.entries).filter(({ now }) => now === null).length
  const problem = failed ?? (error === null ? null : refused(error))
  async function takeBack(): Promise<void> {
    const answer = await once(() => record(command))
    if (answer === undefined) return
    if (answer.ok) {
      noteTakenBack(line)
      closeBookDialog()
    } else setFailed(refused(answer.error))
  }
  return (
    <DialogFrame
      broad
      title={words('imports.action')}
      subtitle={subtitleOf(found, today)}
      confirm={words('take-back.confirm', { entries })}
      confirmDisabled={value === null || busy}
      foot={words('take-back.foot')}
      onSubmit={() => (value === null ? undefined : void takeBack())}
      onLeave={closeBookDialog}
    >
      {problem === null ? null : <ProblemText problem={problem} />}
      {value === null ? null : <Effect value={value} entries={entries} rows={rowsOf(found)} />}
    </DialogFrame>
  )
}

interface EffectProps {
  readonly value: CommandValue
  readonly entries: number
  /** The number of rows that the import recorded. */
  readonly rows: number
}

function Effect({ value: { takenBack = [], papers = [] }, entries, rows }: EffectProps) {
  return (
    <div className={styles['effect']}>
      <p className={text['answer']}>
        <Say text="take-back.lead" params={{ entries, rows }} />
      </p>
      <FiguresTable views={takenBack} />
      <Since views={takenBack} />
      {papers.length === 0 ? null : <TouchedPapers papers={papers} />}
      <p className={text['muted']}>{words('take-back.note')}</p>
    </div>
  )
}

const rowsOf = (row: ImportRow | undefined): number => row?.recorded ?? 0

function subtitleOf(row: ImportRow | undefined, today: IsoDate): string | null {
  if (row === undefined) return null
  const file = row.file === null || row.file.name === '' ? words('imports.no-name') : row.file.name
  return words('take-back.subtitle', { file, when: momentText(row.at, today) })
}
