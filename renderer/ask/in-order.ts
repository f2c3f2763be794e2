/**
 * The guard for repeated readings of the same thing: an answer is shown unless a later one already
 * was. Unlike `LatestOnly`, it keeps showing answers while the book changes faster than it answers.
 *
 *     const isNewer = order.begin()
 *     const answer = await bridge.query(…)
 *     if (isNewer()) show(answer)
 */
export class InOrder {
  #begun = 0
  #shown = 0

  /** Begins a reading. Returns a check, to be made once, that no later reading has been shown. */
  begin(): () => boolean {
    this.#begun += 1
    const reading = this.#begun
    return () => {
      if (reading < this.#shown) return false
      this.#shown = reading
      return true
    }
  }
}
