// `npm run unit:windows`: the unit tests under Windows' own Node, by wine; about 20 minutes.
// `-- test/book` runs only some. Needs Linux x64, and root for the first run, which installs wine.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { vitestResults } from './test/vitest-results.mjs'
import { runOnWindows, windowsUnderWine } from './windows/wine.mjs'

const LIMIT_MS = 40 * 60_000
const REPORT = 'windows.json'

try {
  const windows = await windowsUnderWine()
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=json',
    `--outputFile=${REPORT}`,
    '--testTimeout=180000',
  ]
  const { code, output } = await runOnWindows(windows, [...args, ...process.argv.slice(2)], LIMIT_MS)
  const text = await readFile(join(windows.app, REPORT), 'utf8').catch(() => undefined)
  if (text === undefined) throw new Error(`the tests ended with ${code} and no report:\n${output}`)
  const report = JSON.parse(text)
  for (const file of report.testResults) {
    if (file.assertionResults.length === 0) console.log(`failed: ${file.name}\n  ${file.message}`)
    for (const { fullName, status, failureMessages } of file.assertionResults)
      if (status === 'failed') console.log(`failed: ${fullName}\n  ${failureMessages[0]?.split('\n')[0]}`)
      else if (status !== 'passed') console.log(`skipped: ${fullName}`)
  }
  const results = vitestResults(report)
  const count = (/** @type {string} */ state) => results.filter(one => one.state === state).length
  console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`)
  process.exitCode = count('failed') === 0 && count('passed') > 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
