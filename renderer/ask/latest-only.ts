/**
 * The guard against answers that come too late. Answers need not arrive in the order they were
 * asked for; only those of the latest round may be shown.
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

  /** Joins the current round: outdated together with it, outdates nothing itself. */
  join(): () => boolean {
    const round = this.#round
    return () => round === this.#round
  }

  /** Outdates every round so far: nobody waits for their answers any more. */
  drop(): void {
    this.#round += 1
  }
}
