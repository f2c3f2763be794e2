/**
 * The result of a stage. A static check counts as one test; a runner counts its own.
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} skipped the full titles
 * @property {string[]} titles the full titles of all tests
 * @property {string} output shown if something failed
 * @property {string} [note] one line, always shown
 */

/**
 * A test of any runner: its full title (describe › … › test) and its result.
 * @typedef {{ title: string, state: 'passed' | 'failed' | 'skipped' }} TestResult
 */

/** @returns {Outcome} of a check that passed */
export function held() {
  return { passed: 1, failed: 0, skipped: [], titles: [], output: '' }
}

/**
 * The outcome of a check, or of a whole stage, that failed.
 * @param {string} output
 * @returns {Outcome}
 */
export function broken(output) {
  return { passed: 0, failed: 1, skipped: [], titles: [], output }
}

/**
 * Sums up a runner's results. Exit code 0 alone is not success: the runner must have seen tests. A
 * failing exit code without a failed test counts as a failure.
 * @param {TestResult[]} results
 * @param {{ code: number | null, output: string }} ending
 * @returns {Outcome}
 */
export function counted(results, { code, output }) {
  const count = (/** @type {TestResult['state']} */ state) => results.filter(result => result.state === state).length
  const outcome = {
    passed: count('passed'),
    failed: count('failed'),
    skipped: results.filter(result => result.state === 'skipped').map(result => result.title),
    titles: results.map(result => result.title),
    output,
  }
  if (results.length === 0) return { ...broken(`${output}\nThe runner saw no tests.`) }
  if (code !== 0 && outcome.failed === 0)
    return { ...outcome, failed: 1, output: `${output}\nThe runner ended with ${code} though no test failed.` }
  return outcome
}
