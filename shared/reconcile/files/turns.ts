const LONGEST_TURN_MS = 20

/**
 * Pauses for long work, so that it never holds the thread of the page: call `next` between pieces
 * of a few milliseconds.
 */
export class Turns {
  #began = performance.now()

  /** Gives others their turn if this one has taken 20 ms. */
  async next(): Promise<void> {
    if (performance.now() - this.#began < LONGEST_TURN_MS) return
    await new Promise(resolve => setTimeout(resolve, 0))
    this.#began = performance.now()
  }
}
