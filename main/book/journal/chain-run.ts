import { type Background, inSlices, inWorker } from '../../scheduling/background.ts'
import { type IndexData, RecordIndex } from '../index/record-index.ts'
import { type ChainReport, type ChainTask, checkChain } from './chain-check.ts'

/** The worker's input for a check: the open journal's descriptor, and the check to run. */
export interface CheckTask extends ChainTask {
  readonly kind: 'check'
  readonly file: number
}

/** The worker's answer. */
export type WorkerReport = Omit<ChainReport, 'index'> & { readonly data?: IndexData }

/** Starting a worker takes about 30 ms: work on fewer bytes is faster without one. */
export const WORTH_A_WORKER = 1 << 20

/**
 * Checks a journal in the background: in the worker, or in slices on this thread if there is no
 * worker, it does not start, or the book is small.
 */
export function runCheck(file: number, task: ChainTask, worker: URL | undefined): Background<ChainReport> {
  const here = (): Background<ChainReport> => inSlices(checkChain(file, task))
  if (worker === undefined || task.until < WORTH_A_WORKER) return here()
  return inWorker(worker, { kind: 'check', file, ...task } satisfies CheckTask, { read: reportOf, here })
}

function reportOf({ data, ...report }: WorkerReport): ChainReport {
  return data === undefined ? report : { ...report, index: new RecordIndex(data) }
}
