import { type Background, inWorker, onThisThread } from '../../scheduling/background.ts'
import { Slices } from '../../scheduling/slices.ts'
import type { ChainBreak } from '../journal/chain.ts'
import { WORTH_A_WORKER } from '../journal/chain-run.ts'
import type { Journal } from '../journal/journal.ts'
import { type BookDigests, digestsOf } from './digests.ts'
import { foldedFresh } from './fresh-fold.ts'

/** The worker's input for a fold: the journal's descriptor, and the number of bytes to fold. */
export interface FoldTask {
  readonly kind: 'fold'
  readonly file: number
  readonly until: number
}

/** The digests of the book that a journal makes, or the line that makes none. */
export type FoldReport = { readonly broken: undefined; readonly digests: BookDigests } | { readonly broken: ChainBreak }

/**
 * Folds the first `until` bytes of a journal in the background: in the worker, or in slices on
 * this thread if there is no worker, it does not start, or the book is small. Does not check the
 * chain.
 */
export function runFold(journal: Journal, until: number, worker: URL | undefined): Background<FoldReport> {
  return journal.inBackground(file => {
    const here = (): Background<FoldReport> => onThisThread(signal => foldReport(journal, until, signal))
    if (worker === undefined || until < WORTH_A_WORKER) return here()
    return inWorker(worker, { kind: 'fold', file, until } satisfies FoldTask, {
      read: (report: FoldReport) => report,
      here,
    })
  })
}

/** Folds the first `until` bytes of a journal, and makes the digests of the book after them. */
export async function foldReport(journal: Journal, until: number, signal?: AbortSignal): Promise<FoldReport> {
  const { data, broken } = await foldedFresh(journal, { until, skipChecks: true, signal })
  return broken === undefined ? { broken, digests: await digestsOf(data, new Slices(signal)) } : { broken }
}
