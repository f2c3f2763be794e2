/**
 * The guard against late answers: they can arrive in any order, and only those of the latest round
 * may be shown.
 *
 *     const isLatest = guard.begin()
 *     const answer = await bridge.query(…)
 *     if (isLatest()) show(answer)
 */
export class LatestOnly {
  #round = 0

  /**
   * Begins a round, which outdates all earlier ones. Returns a check that it is still the latest.
   */
  begin(): () => boolean {
    this.#round += 1
    return this.join()
  }

  /** Joins the current round: becomes outdated with it, and outdates nothing itself. */
  join(): () => boolean {
    const round = this.#round
    return () => round === this.#round
  }

  /** Outdates every round so far; their answers are no longer wanted. */
  drop(): void {
    this.#round += 1
  }
}
