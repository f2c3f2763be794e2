import { useState } from 'react'
import type { CheckedExport } from '../../../shared/api/exports.ts'
import { bridge } from '../../ask/bridge.ts'
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
  /** The latest of the entries that would be missing, in words. */
  readonly names: readonly string[]
}

/**
 * Chooses a JSON export, says what it holds and what of this book would be missing, and puts it in
 * the book's place.
 */
export function RestoreExportDialog() {
  const book = useStore(state => state.book)
  const [found, setFound] = useState<Found | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState<'reading' | 'restoring' | null>(null)
  const job = useJob('restore')
  const guard = useLatestOnly()
  if (book === null) return null
  const { entries: held, today } = book

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

  function leave(): void {
    stopJob(job)
    closeBookDialog()
  }

  const is =
    found === null || found.missing > 0 ? 'less' : held === 0 ? 'first' : found.head === book.head ? 'same' : 'more'
  const canRestore = found !== null && problem === null && is !== 'same'
  return (
    <DialogFrame
      title={words('restore-export.title')}
      subtitle={words('restore-export.subtitle')}
      confirm={words(canRestore ? 'restore-export.confirm' : 'restore-export.choose-file')}
      confirmDisabled={busy !== null}
      foot={
        busy === null || job === null
          ? words('restore-export.foot', { state: found === null ? 'none' : held === 0 ? 'empty' : 'full' })
          : words(busy === 'reading' ? 'restore-export.reading' : 'restore-export.restoring', { percent: job.percent })
      }
      loses={canRestore && is === 'less'}
      onSubmit={() => {
        if (busy === null) void (canRestore ? restore(found) : choose())
      }}
      onLeave={leave}
    >
      {found === null ? (
        <p className={frame['tell']}>
          {words('restore-export.about')} {held === 0 ? null : words('restore-export.another')}
        </p>
      ) : (
        <>
          <p className={`${text['answer']} ${frame['tell']}`} role="status">
            <Say
              text="restore-export.found"
              params={{
                file: found.path.split(/[\\/]/).at(-1) ?? found.path,
                entries: found.entries,
                when: found.at === null ? 'none' : momentText(found.at, today),
                missing: found.missing,
                is,
              }}
            />
          </p>
          {found.names.length === 0 ? null : (
            <ul className={lost['lost']}>
              {found.names.map(name => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {problem === null ? null : <ProblemText problem={problem} />}
    </DialogFrame>
  )
}
