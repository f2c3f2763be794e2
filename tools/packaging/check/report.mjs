/** Prints the checks line by line, and counts those that failed. */
export class Report {
  failed = 0

  /**
   * Prints the result of a check, and counts it if it failed.
   * @param {boolean} held
   * @param {string} what
   * @param {unknown} [seen] shown if it failed
   */
  check(held, what, seen) {
    if (!held) this.failed++
    console.log(
      `${held ? 'ok    ' : 'FAILED'} ${what}${held || seen === undefined ? '' : `: ${typeof seen === 'string' ? seen : JSON.stringify(seen)}`}`,
    )
  }

  /**
   * Prints a figure that can neither pass nor fail.
   * @param {string} what
   */
  tell(what) {
    console.log(`       ${what}`)
  }
}
