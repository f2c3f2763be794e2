import { useState } from 'react'
import type { CheckedExport } from '../../../shared/api/exports.ts'
import type { QueryValues } from '../../../shared/api/queries.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { bridge } from '../../ask/bridge.ts'
import { useOnce } from '../../ask/use-once.ts'
import { useLatestOnly } from '../../ask/use-reading.ts'
import { ProblemText } from '../../form/problem-text.tsx'
import { namesAfter } from '../../state/backups.ts'
import { loadBook } from '../../state/book.ts'
import { closeBookDialog } from '../../state/book-dialog.ts'
import { tell } from '../../state/dialogs.ts'
import { stopJob, useJob } from '../../state/job.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { momentText } from '../../words/moments.ts'
import { type Problem, refused } from '../../words/problem.ts'
import { Say, words } from '../../words/say.tsx'
import lost from '../frame/confirmation.module.css'
import frame from '../frame/dialog-frame.module.css'
import { DialogFrame } from '../frame/dialog-frame.tsx'

interface Found extends CheckedExport {
  /** The names of the latest entries that would be lost. */
  readonly names: readonly string[]
}

/**
 * The result of comparing an export with the book: the book is empty, the same, shorter, or would
 * lose entries.
 */
type Comparison = 'first' | 'same' | 'more' | 'less'

/**
 * Chooses a JSON export, shows its content and the entries this book would lose, and restores it.
 */
export function RestoreExportDialog() {
  const book = useStore(state => state.book)
  return book === null ? null : <RestoreExport book={book} />
}

function RestoreExport({ book }: { book: QueryValues['book'] }) {
  const job = useJob('restore')
  const { once } = useOnce()
  const { found, problem, busy, choose, restore } = useRestoring(book)
  const is = found === null ? 'less' : comparisonOf(found, book)
  const canRestore = found !== null && problem === null && is !== 'same'
  return (
    <DialogFrame
      title={words('restore-export.title')}
      subtitle={words('restore-export.subtitle')}
      confirm={words(canRestore ? 'restore-export.confirm' : 'restore-export.choose-file')}
      confirmDisabled={busy !== null}
      foot={
        busy === null || job === null
          ? words('restore-export.foot', {
              state: found === null ? 'none' : book.entries === 0 ? 'empty' : 'full',
            })
          : words(busy === 'reading' ? 'restore-export.reading' : 'restore-export.restoring', { percent: job.percent })
      }
      step={canRestore ? 'restore' : 'choose'}
      loses={canRestore && is === 'less'}
      onSubmit={() => void once(() => (canRestore ? restore(found) : choose()))}
      onLeave={() => {
        stopJob(job)
        closeBookDialog()
      }}
    >
      {found === null ? (
        <p className={frame['tell']}>
          {words('restore-export.about')} {book.entries === 0 ? null : words('restore-export.another')}
        </p>
      ) : (
        <Contents found={found} is={is} today={book.today} />
      )}
      {problem === null ? null : <ProblemText problem={problem} />}
    </DialogFrame>
  )
}

function Contents({ found, is, today }: { found: Found; is: Comparison; today: IsoDate }) {
  const { path, entries, at, missing, names } = found
  return (
    <>
      <p className={`${text['answer']} ${frame['tell']}`} role="status">
        <Say
          text="restore-export.found"
          params={{
            file: path.split(/[\\/]/).at(-1) ?? path,
            entries,
            when: at === null ? 'none' : momentText(at, today),
            missing,
            is,
          }}
        />
      </p>
      {names.length === 0 ? null : (
        <ul className={lost['lost']}>
          {names.map(name => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function comparisonOf({ missing, head }: Found, book: QueryValues['book']): Comparison {
  if (missing > 0) return 'less'
  if (book.entries === 0) return 'first'
  return head === book.head ? 'same' : 'more'
}

/** The dialog's state: the chosen export, and the commands that choose and restore one. */
function useRestoring({ entries: held }: QueryValues['book']) {
  const [found, setFound] = useState<Found | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState<'reading' | 'restoring' | null>(null)
  const guard = useLatestOnly()

  async function choose(): Promise<void> {
    setBusy('reading')
    setProblem(null)
    const isLatest = guard.begin()
    const answer = await bridge.execute({ type: 'check-export' })
    setBusy(null)
    if (answer.ok) {
      const { missing } = answer.value
      const names = missing === 0 ? [] : await namesAfter(held - missing, missing)
      if (isLatest()) setFound({ ...answer.value, names })
    } else if (answer.error.code !== 'cancelled') setProblem(refused(answer.error))
  }

  async function restore({ path, entries }: Found): Promise<void> {
    setBusy('restoring')
    const answer = await bridge.execute({ type: 'restore-export', path })
    setBusy(null)
    if (!answer.ok) return answer.error.code === 'cancelled' ? undefined : setProblem(refused(answer.error))
    await loadBook()
    closeBookDialog()
    tell({ key: 'toast.restored', params: { entries } })
  }

  return { found, problem, busy, choose, restore }
}
