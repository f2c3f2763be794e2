import type { Entry } from '../../../shared/contract/events.ts'
import type { RecordIndex } from './record-index.ts'

/**
 * The index while it is still being made beside the main thread: what is recorded in the meantime
 * waits, and follows.
 */
export class Indexing {
  /** Resolves with the index once it knows every transaction. */
  readonly ready: Promise<RecordIndex>
  #index: RecordIndex | undefined
  #waiting: { readonly offset: number; readonly entries: readonly Entry[] }[] = []
  #resolve: (index: RecordIndex) => void = () => undefined

  constructor(index?: RecordIndex) {
    this.#index = index
    this.ready = index === undefined ? new Promise(resolve => (this.#resolve = resolve)) : Promise.resolve(index)
  }

  /** The index, if it is ready. */
  get index(): RecordIndex | undefined {
    return this.#index
  }

  /** Takes in the next transaction. */
  add(offset: number, entries: readonly Entry[]): void {
    if (this.#index === undefined) this.#waiting.push({ offset, entries })
    else this.#index.add(offset, entries)
  }

  /**
   * The index of what was there before. Not `whole`: the journal is damaged, and what came after it
   * cannot be numbered on.
   */
  finish(index: RecordIndex, whole: boolean): void {
    if (whole) for (const { offset, entries } of this.#waiting) index.add(offset, entries)
    this.#waiting = []
    this.#index = index
    this.#resolve(index)
  }
}
