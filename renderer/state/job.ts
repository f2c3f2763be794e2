import { useEffect, useState } from 'react'
import type { Pushes } from '../../shared/api/bridge.ts'
import { bridge } from '../ask/bridge.ts'

/** A long task in progress, and how much of it is done. */
export interface Job {
  readonly name: string
  readonly percent: number
}

/**
 * Returns the job after a progress push: null once it is done. Pushes of other kinds change
 * nothing.
 */
export function jobAfter(before: Job | null, kind: string, { job: name, done, total }: Pushes['progress']): Job | null {
  if (!name.startsWith(`${kind}-`)) return before
  return done >= total ? null : { name, percent: Math.floor((done / total) * 100) }
}

/** The running job of a kind (`export`, `restore`, `statement`, `year`), or null. */
export function useJob(kind: string): Job | null {
  const [job, setJob] = useState<Job | null>(null)
  useEffect(() => bridge.on('progress', push => setJob(before => jobAfter(before, kind, push))), [kind])
  return job
}

/** Stops a job, which then answers `cancelled`. */
export function stopJob(job: Job | null): void {
  if (job !== null) void bridge.execute({ type: 'cancel', job: job.name })
}
