import { Worker } from 'node:worker_threads'
import { Slices } from '../../scheduling/slices.ts'
import { type IndexData, RecordIndex } from '../index/record-index.ts'
import { type ChainReport, type ChainTask, checkChain } from './chain-check.ts'

/** The worker's input: the open journal's descriptor, and the check to run. */
export interface WorkerTask {
  readonly file: number
  readonly task: ChainTask
}

/** The worker's answer. */
export type WorkerReport = Omit<ChainReport, 'index'> & { readonly data?: IndexData }

/**
 * A check in progress. `report` resolves with undefined if it was stopped. Once `stop` resolves,
 * the file is not read any more.
 */
export interface ChainRun {
  readonly report: Promise<ChainReport | undefined>
  stop(): Promise<void>
}

/** Starting a worker takes about 30 ms: a check of fewer bytes is faster without one. */
const WORTH_A_WORKER = 1 << 20

/**
 * Checks a journal in the background: in the worker, or in slices on this thread if there is no
 * worker, it does not start, or the book is small.
 */
export function runCheck(file: number, task: ChainTask, worker: URL | undefined): ChainRun {
  if (worker === undefined || task.until < WORTH_A_WORKER) return inSlices(file, task)
  let run: ChainRun | undefined
  let stopped = false
  const thread = new Worker(worker, { workerData: { file, task } satisfies WorkerTask })
  const report = new Promise<ChainReport | undefined>(resolve => {
    thread.on('message', (message: WorkerReport) => resolve(reportOf(message)))
    const runHere = (): void => {
      if (!stopped) run ??= inSlices(file, task)
      resolve(run?.report)
    }
    thread.on('error', runHere)
    thread.on('exit', code => (code === 0 ? undefined : runHere()))
  })
  const stop = async (): Promise<void> => {
    stopped = true
    await thread.terminate()
    await run?.stop()
  }
  return { report, stop }
}

function reportOf({ data, ...report }: WorkerReport): ChainReport {
  return data === undefined ? report : { ...report, index: new RecordIndex(data) }
}

function inSlices(file: number, task: ChainTask): ChainRun {
  let stopped = false
  const run = async (): Promise<ChainReport | undefined> => {
    const check = checkChain(file, task)
    const slices = new Slices()
    for (let step = check.next(); ; step = check.next()) {
      if (step.done) return step.value
      await slices.next()
      if (stopped) return undefined
    }
  }
  const report = run()
  return {
    report,
    stop: async () => {
      stopped = true
      await report
    },
  }
}
