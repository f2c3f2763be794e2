/** What was checked, line by line, and whether all of it held. */
export class Report {
  failed = 0

  /**
   * Says what was seen; counts a failure where it is not as it should be.
   * @param {boolean} held
   * @param {string} what
   * @param {unknown} [seen] shown when it does not hold
   */
  check(held, what, seen) {
    if (!held) this.failed++
    console.log(
      `${held ? 'ok    ' : 'FAILED'} ${what}${held || seen === undefined ? '' : `: ${typeof seen === 'string' ? seen : JSON.stringify(seen)}`}`,
    )
  }

  /**
   * A figure worth knowing that is neither right nor wrong.
   * @param {string} what
   */
  tell(what) {
    console.log(`       ${what}`)
  }
}
