import { useEffect, useState } from 'react'
import { bridge } from '../ask/bridge.ts'

/**
 * Something long that runs now, and how much of it is done; what it is told last is that it is
 * done.
 */
export interface Job {
  readonly name: string
  readonly percent: number
}

/** The job of a kind (`export`, `restore`, `statement`) while one runs. */
export function useJob(kind: string): Job | null {
  const [job, setJob] = useState<Job | null>(null)
  useEffect(
    () =>
      bridge.on('progress', ({ job: name, done, total }) => {
        if (!name.startsWith(`${kind}-`)) return
        setJob(done >= total ? null : { name, percent: Math.floor((done / total) * 100) })
      }),
    [kind],
  )
  return job
}

/** Stops a job; what it was doing then answers `cancelled`. */
export function stopJob(job: Job | null): void {
  if (job !== null) void bridge.execute({ type: 'cancel', job: job.name })
}
