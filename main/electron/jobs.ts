/** The interval between two progress reports to the page. */
const TOLD_EVERY_MS = 100

const running = new Map<string, AbortController>()
let last = 0

/** The controls of a running job: the signal to stop, and the progress to report. */
export interface Job {
  readonly signal: AbortSignal
  progress(done: number, total: number): void
}

/**
 * Runs long work that `cancel` can stop by its name (`export-1`). `tell` receives its progress,
 * throttled, and at the end that it is done.
 */
export async function runJob<T>(
  kind: string,
  tell: (progress: { readonly job: string; readonly done: number; readonly total: number }) => void,
  work: (job: Job) => Promise<T>,
): Promise<T> {
  const job = `${kind}-${++last}`
  const controller = new AbortController()
  running.set(job, controller)
  let far = { job, done: 0, total: 0 }
  let toldAt = Number.NEGATIVE_INFINITY
  const progress = (done: number, total: number): void => {
    far = { job, done, total }
    const now = performance.now()
    if (now - toldAt < TOLD_EVERY_MS) return
    toldAt = now
    tell(far)
  }
  try {
    return await work({ signal: controller.signal, progress })
  } finally {
    running.delete(job)
    // Lets the page clear its progress bar, however the job ended.
    tell({ ...far, done: far.total })
  }
}

/** Stops a job. Returns false if no job of that name runs; it may just have ended. */
export function stopJob(job: string): boolean {
  const controller = running.get(job)
  controller?.abort()
  return controller !== undefined
}
