import { Button } from '../../controls/button.tsx'
import type { Job } from '../../state/job.ts'
import { words } from '../../words/say.tsx'
import styles from './reconcile.module.css'
import { stopReading } from './statement-reading.ts'

interface ReadingProgressProps {
  readonly file: string
  /** Null until main has received the file; reading cannot be stopped before. */
  readonly job: Job | null
}

/** The progress of reading a file. */
export function ReadingProgress({ file, job }: ReadingProgressProps) {
  const percent = job?.percent ?? 0
  return (
    <div className={styles['reading']} role="status">
      <label>
        <span>{words('reconcile.reading', { file, percent })}</span>
        <progress max={100} value={percent} />
      </label>
      {job === null ? null : (
        <Button look="line" small onClick={stopReading}>
          {words('reconcile.stop')}
        </Button>
      )}
    </div>
  )
}
