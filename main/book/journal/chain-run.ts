import { Worker } from 'node:worker_threads'
import { Slices } from '../../scheduling/slices.ts'
import { type IndexData, RecordIndex } from '../index/record-index.ts'
import { type ChainReport, type ChainTask, checkChain } from './chain-check.ts'

/** What the worker is started with: the open journal's descriptor and what to check of it. */
export interface WorkerTask {
  readonly file: number
  readonly task: ChainTask
}

/** What the worker answers. */
export type WorkerReport = Omit<ChainReport, 'index'> & { readonly data?: IndexData }

/**
 * A check under way. `report` is undefined when it was stopped. After `stop` the file is read no
 * more.
 */
export interface ChainRun {
  readonly report: Promise<ChainReport | undefined>
  stop(): Promise<void>
}

/** A worker costs some 30 ms to start: below this many bytes the check is over sooner without. */
const WORTH_A_WORKER = 1 << 20

/**
 * Checks a journal beside the main thread: in the worker, else (where there is none, it does not
 * start, or the book is small) in slices on this thread.
 */
export function runCheck(file: number, task: ChainTask, worker: URL | undefined): ChainRun {
  if (worker === undefined || task.until < WORTH_A_WORKER) return inSlices(file, task)
  let run: ChainRun | undefined
  let stopped = false
  const thread = new Worker(worker, { workerData: { file, task } satisfies WorkerTask })
  const report = new Promise<ChainReport | undefined>(resolve => {
    thread.on('message', (message: WorkerReport) => resolve(reportOf(message)))
    const instead = (): void => {
      if (!stopped) run ??= inSlices(file, task)
      resolve(run?.report)
    }
    thread.on('error', instead)
    thread.on('exit', code => (code === 0 ? undefined : instead()))
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
