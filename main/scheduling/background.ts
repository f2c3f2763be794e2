import { Worker } from 'node:worker_threads'
import { Slices } from './slices.ts'

/**
 * Work in progress. `result` resolves with undefined if it was stopped. Once `stop` resolves, it
 * does nothing any more.
 */
export interface Background<T> {
  readonly result: Promise<T | undefined>
  stop(): Promise<void>
}

/** Runs `work` in slices on this thread; stops it between two of its steps. */
export function inSlices<T>(work: Generator<unknown, T>): Background<T> {
  return onThisThread(async signal => {
    const slices = new Slices(signal)
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return step.value
      await slices.next()
    }
  })
}

/**
 * Runs `work` on this thread. It gets the signal that stops it, and may reject with any problem
 * then.
 */
export function onThisThread<T>(work: (signal: AbortSignal) => Promise<T>): Background<T> {
  const stopping = new AbortController()
  const { signal } = stopping
  const result = work(signal).then(
    value => (signal.aborted ? undefined : value),
    problem => {
      if (!signal.aborted) throw problem
      return undefined
    },
  )
  return {
    result,
    stop: async () => {
      stopping.abort()
      await result.catch(() => undefined)
    },
  }
}

/**
 * Runs a worker until its first message, which `read` makes a result of; runs `here` instead if the
 * worker does not start or ends without one.
 */
export function inWorker<M, T>(
  worker: URL,
  workerData: unknown,
  { read, here }: { readonly read: (message: M) => T; readonly here: () => Background<T> },
): Background<T> {
  let run: Background<T> | undefined
  let stopped = false
  const thread = new Worker(worker, { workerData })
  const result = new Promise<T | undefined>(resolve => {
    thread.on('message', (message: M) => resolve(read(message)))
    const runHere = (): void => {
      if (!stopped) run ??= here()
      resolve(run?.result)
    }
    thread.on('error', runHere)
    thread.on('exit', code => (code === 0 ? undefined : runHere()))
  })
  const stop = async (): Promise<void> => {
    stopped = true
    await thread.terminate()
    await run?.stop()
  }
  return { result, stop }
}
