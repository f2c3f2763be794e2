/**
 * The part of Playwright's JSON report that is read here.
 * @typedef {{ title: string, specs?: { title: string, tests: { status: string }[] }[], suites?: Suite[] }} Suite
 * @typedef {{ suites: Suite[] }} PlaywrightReport
 */

/**
 * The tests in Playwright's report. The outermost suites are files, whose names are not part of a
 * title. A test that passed only on retry counts as failed.
 * @param {PlaywrightReport} report
 * @returns {import('./outcome.mjs').TestResult[]}
 */
export function playwrightResults(report) {
  return report.suites.flatMap(file => resultsIn(file, []))
}

/**
 * @param {Suite} suite
 * @param {string[]} above
 * @returns {import('./outcome.mjs').TestResult[]}
 */
function resultsIn(suite, above) {
  const own = (suite.specs ?? []).flatMap(spec =>
    spec.tests.map(({ status }) => ({ title: [...above, spec.title].join(' › '), state: stateOf(status) })),
  )
  const below = (suite.suites ?? []).flatMap(inner => resultsIn(inner, [...above, inner.title]))
  return [...own, ...below]
}

/**
 * @param {string} status
 * @returns {import('./outcome.mjs').TestResult['state']}
 */
function stateOf(status) {
  if (status === 'expected') return 'passed'
  return status === 'skipped' ? 'skipped' : 'failed'
}
