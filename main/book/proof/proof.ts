import { type BookData, recordIn } from '../checkpoint/checkpoint-data.ts'
import type { Indexing } from '../index/indexing.ts'
import type { ChainBreak } from '../journal/chain.ts'
import type { Journal } from '../journal/journal.ts'
import { RecordReader } from '../reading/record-reader.ts'
import { type Differences, differencesOf, isSameRecord } from './differences.ts'
import { headOf } from './digests.ts'
import { runFold } from './fold-run.ts'
import { recordOfEntries } from './fresh-fold.ts'
import { partFold } from './part-fold.ts'

/**
 * The result of proving a live state: the same as a fresh fold; different in these parts; a line
 * that makes no book; or none, because it was stopped or the journal is damaged.
 */
export type ProofResult =
  | { readonly kind: 'same' | 'none' }
  | { readonly kind: 'different'; readonly parts: Differences }
  | { readonly kind: 'broken'; readonly broken: ChainBreak }

/** The live state of a book, and the journal to prove it by. */
export interface LiveState {
  readonly journal: Journal
  readonly indexing: Indexing
  readonly data: BookData
}

/**
 * Folds the journal from its first line up to the line that a live state is at (or `until`, in
 * bytes, if nothing can follow that line), and compares them. The state must not change meanwhile:
 * it is a `snapshotOf` the live one.
 */
export async function proved(
  { journal, indexing, data: live }: LiveState,
  worker: URL | undefined,
  until = live.offset,
): Promise<ProofResult> {
  const report = await runFold(journal, until, worker).result
  if (report === undefined) return { kind: 'none' }
  if (report.broken !== undefined) return { kind: 'broken', broken: report.broken }
  const index = await indexing.ready
  const freshOf = async (contractId: string) => {
    try {
      const entries = new RecordReader(journal, index).recordsOf(contractId, live.position + 1)
      return await recordOfEntries(journal, contractId, entries)
    } catch {
      // The file was changed meanwhile; what it now holds is read when the figures are made again.
      return undefined
    }
  }
  const parts = await differencesOf(live, report.digests, freshOf)
  if (journal.isClosed) return { kind: 'none' }
  return parts.length === 0 ? { kind: 'same' } : { kind: 'different', parts }
}

/**
 * The proof of a live state that was read from a checkpoint, while a fresh fold is under way. Until
 * it is settled, single contracts can be proved on their own.
 */
export class Proof {
  /** Resolves once the fresh fold was compared, or never will be. */
  readonly settled: Promise<unknown>
  #result: ProofResult | undefined
  #isHeadProved = false
  readonly #records = new Set<string>()

  /** A proof that settles with `result`; at once for a state that was folded from its journal. */
  constructor(result: Promise<ProofResult> | ProofResult) {
    if (!(result instanceof Promise)) this.#result = result
    this.settled = Promise.resolve(result).then(found => {
      this.#result ??= found
    })
  }

  /** True if nothing is left to do: every figure is proved, or the journal can prove none. */
  get isSettled(): boolean {
    return this.#result?.kind === 'same' || this.#result?.kind === 'none'
  }

  /** True if every figure is proved. */
  get isProved(): boolean {
    return this.#result?.kind === 'same'
  }

  /** The result; undefined while the fold is under way. */
  get result(): ProofResult | undefined {
    return this.#result
  }

  /** Takes the result of a later fold, which found figures that the journal does not prove. */
  refute(result: ProofResult): void {
    this.#result = result
    this.#isHeadProved = false
    this.#records.clear()
  }

  /** Ends it without a proof: the files could not be read again. */
  giveUp(): void {
    this.#result = { kind: 'none' }
  }

  /**
   * True if a contract (undefined if none is concerned) and all that is not of a contract are now
   * as the journal says. Nothing may be recorded meanwhile.
   */
  async covers(contractId: string | undefined, { journal, indexing, data }: LiveState): Promise<boolean> {
    const isKnown = contractId === undefined || this.#records.has(contractId)
    if (this.#isHeadProved && isKnown) return true
    const live = contractId === undefined ? undefined : recordIn(data.contracts, contractId)
    if (this.#isHeadProved && contractId !== undefined && indexing.index !== undefined) {
      const entries = new RecordReader(journal, indexing.index).recordsOf(contractId)
      if (!isSameRecord(live, entries.length === 0 ? undefined : await recordOfEntries(journal, contractId, entries)))
        return false
    } else {
      const part = await partFold(journal, contractId)
      const isSame =
        part !== undefined &&
        part.head === headOf(data) &&
        part.opened === Object.keys(data.contracts).length &&
        isSameRecord(live, part.record)
      if (!isSame) return false
    }
    this.#isHeadProved = true
    if (contractId !== undefined) this.#records.add(contractId)
    return true
  }
}
