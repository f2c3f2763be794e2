import type { JournalRecord } from '../../../shared/contract/events.ts'
import type { RecordIndex } from './record-index.ts'

/**
 * The index while it is being built in the background: transactions recorded in the meantime are
 * queued, and added once it is there.
 */
export class Indexing {
  /** Resolves with the index once it holds every transaction. */
  readonly ready: Promise<RecordIndex>
  #index: RecordIndex | undefined
  #waiting: { readonly offset: number; readonly entries: readonly JournalRecord[] }[] = []
  #resolve: (index: RecordIndex) => void = () => undefined

  constructor(index?: RecordIndex) {
    this.#index = index
    this.ready = index === undefined ? new Promise(resolve => (this.#resolve = resolve)) : Promise.resolve(index)
  }

  /** The index; undefined while it is being built. */
  get index(): RecordIndex | undefined {
    return this.#index
  }

  /** Adds the next transaction, whose line begins at `offset`. */
  add(offset: number, entries: readonly JournalRecord[]): void {
    if (this.#index === undefined) this.#waiting.push({ offset, entries })
    else this.#index.add(offset, entries)
  }

  /**
   * Takes the index of the transactions that were there before. If it is not `isComplete`, the
   * journal is damaged and what was recorded since cannot follow it.
   */
  finish(index: RecordIndex, isComplete: boolean): void {
    if (isComplete) for (const { offset, entries } of this.#waiting) index.add(offset, entries)
    this.#waiting = []
    this.#index = index
    this.#resolve(index)
  }
}
