/**
 * The part of Vitest's JSON report that is read here.
 * @typedef {{ testResults: { name: string, status: string, assertionResults: { ancestorTitles: string[], title: string, status: string }[] }[] }} VitestReport
 */

/**
 * The tests in Vitest's report. A file that failed to load counts as one failed test.
 * @param {VitestReport} report
 * @returns {import('./outcome.mjs').TestResult[]}
 */
export function vitestResults(report) {
  return report.testResults.flatMap(file => {
    if (file.assertionResults.length === 0) return [{ title: file.name, state: /** @type {const} */ ('failed') }]
    return file.assertionResults.map(({ ancestorTitles, title, status }) => ({
      title: [...ancestorTitles, title].join(' › '),
      state: stateOf(status),
    }))
  })
}

/**
 * @param {string} status
 * @returns {import('./outcome.mjs').TestResult['state']}
 */
function stateOf(status) {
  if (status === 'passed' || status === 'failed') return status
  // pending, skipped, todo, disabled: it did not run.
  return 'skipped'
}
