import { setImmediate as nextTurn } from 'node:timers/promises'

/** Half a frame, so that the window stays responsive. */
const SLICE_MS = 8
/** Steps between two looks at the clock. */
const LOOK_EVERY = 64

/** The length of a slice in milliseconds, and the steps between two looks at the clock. */
export interface SliceOptions {
  readonly sliceMs?: number
  /** 1 if a single step may take long; the default suits steps of microseconds. */
  readonly lookEvery?: number
}

/**
 * Cuts long work on this thread into slices, with a turn of the event loop between them. Once
 * `signal` is aborted, `next` throws its reason instead of starting another slice.
 *
 * In a loop of many short steps: `if (slices.areOver) await slices.next()`. Between longer pieces
 * of work, `await slices.next()` alone will do.
 */
export class Slices {
  readonly #signal: AbortSignal | undefined
  readonly #sliceMs: number
  readonly #lookEvery: number
  #ends: number
  #steps = 0

  constructor(signal?: AbortSignal, { sliceMs = SLICE_MS, lookEvery = LOOK_EVERY }: SliceOptions = {}) {
    this.#signal = signal
    this.#sliceMs = sliceMs
    this.#lookEvery = lookEvery
    this.#ends = performance.now() + sliceMs
  }

  /** Resolves at once within a slice, and after a turn of the event loop once it is used up. */
  async next(): Promise<void> {
    if (performance.now() < this.#ends) return
    await nextTurn()
    this.#signal?.throwIfAborted()
    this.#ends = performance.now() + this.#sliceMs
  }

  /**
   * True if the slice is used up. Counts as one step, and costs nearly nothing in those that do not
   * look at the clock.
   */
  get areOver(): boolean {
    return ++this.#steps % this.#lookEvery === 0 && performance.now() >= this.#ends
  }
}
