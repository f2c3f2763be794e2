/**
 * The guard for reading the same thing again and again: an answer is shown unless that of a later
 * reading already was. Unlike with `LatestOnly`, something is shown even while the book changes
 * faster than it answers.
 *
 *     const isNewer = order.begin()
 *     const answer = await bridge.query(…)
 *     if (isNewer()) show(answer)
 */
export class InOrder {
  #begun = 0
  #shown = 0

  /** Begins a reading. Returns a check, to be made once, that no later one has been shown. */
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
