import { setImmediate as nextTurn } from 'node:timers/promises'

/** No more than a frame's half, so that the window answers in between. */
const SLICE_MS = 8
/** How often the clock is looked at. */
const LOOK_EVERY = 64

/**
 * Gives other work of this thread its turn, once a slice of time is used up. Where `signal` says
 * that the work is wanted no more, `next` throws its reason.
 */
export class Slices {
  readonly #signal: AbortSignal | undefined
  #ends = performance.now() + SLICE_MS
  #steps = 0

  constructor(signal?: AbortSignal) {
    this.#signal = signal
  }

  /** Resolves at once, or after other work had its turn. */
  async next(): Promise<void> {
    if (performance.now() < this.#ends) return
    await nextTurn()
    this.#signal?.throwIfAborted()
    this.#ends = performance.now() + SLICE_MS
  }

  /**
   * Whether it is time to await `next`; costs nearly nothing, so that it can be asked in every step
   * of a long loop.
   */
  get areOver(): boolean {
    return ++this.#steps % LOOK_EVERY === 0 && performance.now() >= this.#ends
  }
}
