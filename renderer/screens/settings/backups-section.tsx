import { useState } from 'react'
import type { BackupRow } from '../../../shared/api/backups.ts'
import type { QueryValues } from '../../../shared/api/queries.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { backUpNow, restoreExport } from '../../actions/book-actions.ts'
import { useOnce } from '../../ask/use-once.ts'
import { useQuery } from '../../ask/use-query.ts'
import { Button } from '../../controls/button.tsx'
import { ROW_TARGET, walkRows } from '../../controls/row-keys.ts'
import { ProblemText } from '../../form/problem-text.tsx'
import { askToRestore, backUp } from '../../state/backups.ts'
import { momentText, sizeText } from '../../words/moments.ts'
import { type Problem, refused } from '../../words/problem.ts'
import { words, wordsOf } from '../../words/say.tsx'
import { Section } from './section.tsx'
import { Setting } from './setting.tsx'
import styles from './settings.module.css'

/** The number of backups listed unless the person asks for all. */
const FEW = 4

/** The backups of the book: the newest, how many are kept, and restoring one. */
export function BackupsSection({ book }: { book: QueryValues['book'] }) {
  const backups = useQuery({ type: 'backups' }, book.lastBackup).value ?? []
  const [all, setAll] = useState(false)
  return (
    <Section title={words('settings.backups')} anchor="backups">
      <LastBackup book={book} />
      <Setting
        name={words('settings.kept')}
        about={
          backups.length === 0
            ? null
            : words('settings.kept-so-far', {
                count: backups.length,
                size: sizeText(backups.reduce((sum, { bytes }) => sum + bytes, 0)),
              })
        }
      >
        {words('settings.kept-value')}
      </Setting>
      <BackupList backups={all ? backups : backups.slice(0, FEW)} today={book.today} />
      <Setting
        name={backups.length === 0 ? words('settings.restore-from') : ''}
        acts={
          <Button look="quiet" small onClick={restoreExport.perform}>
            {wordsOf(restoreExport.label)}
          </Button>
        }
      >
        {words('settings.restore-export')}
      </Setting>
      {backups.length > FEW && !all ? (
        <Button look="quiet" small className={styles['more']} onClick={() => setAll(true)}>
          {words('settings.show-all', { count: backups.length })}
        </Button>
      ) : null}
    </Section>
  )
}

function LastBackup({ book: { lastBackup, today } }: { book: QueryValues['book'] }) {
  const { busy, once } = useOnce()
  const [problem, setProblem] = useState<Problem | null>(null)
  async function onBackUp(): Promise<void> {
    const error = await once(backUp)
    if (error !== undefined) setProblem(error === null ? null : refused(error))
  }
  return (
    <Setting
      name={words('settings.last')}
      acts={
        <Button look="line" small className={styles['whole']} aria-disabled={busy} onClick={() => void onBackUp()}>
          {wordsOf(backUpNow.label)}
        </Button>
      }
    >
      <span className={styles['moment']}>
        {lastBackup === null
          ? words('settings.last-none')
          : words('settings.verified', { when: momentText(lastBackup, today) })}
      </span>
      {problem === null ? null : <ProblemText problem={problem} />}
    </Setting>
  )
}

function BackupList({ backups, today }: { backups: readonly BackupRow[]; today: IsoDate }) {
  return (
    <ul onKeyDown={walkRows} aria-label={words('settings.backups')}>
      {backups.map((backup, index) => (
        <li key={backup.id}>
          <Setting
            name={index === 0 ? words('settings.restore-from') : ''}
            about={words('settings.backup-of', { reason: backup.reason, entries: backup.entries })}
            acts={
              <Button
                look="quiet"
                small
                {...ROW_TARGET}
                aria-label={words('settings.restore-label', { when: momentText(backup.at, today) })}
                onClick={() => void askToRestore(backup)}
              >
                {words('settings.restore')}
              </Button>
            }
          >
            <span className={styles['moment']}>{momentText(backup.at, today)}</span>
          </Setting>
        </li>
      ))}
    </ul>
  )
}
