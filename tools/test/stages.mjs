import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkArchitecture } from '../architecture/check.mjs'
import { program, ROOT } from '../program.mjs'
import { capture } from '../runtime/child.mjs'
import { describeRuntime, readyRuntime } from '../runtime/ready.mjs'
import { broken, counted, held } from './outcome.mjs'
import { playwrightResults } from './playwright-results.mjs'
import { vitestResults } from './vitest-results.mjs'

const CHECK_LIMIT_MS = 5 * 60_000
const RUNNER_LIMIT_MS = 40 * 60_000

/**
 * A stage of `npm test`.
 * @typedef {object} Stage
 * @property {string} name
 * @property {() => Promise<import('./outcome.mjs').Outcome>} run
 * @property {string} advice shown if it fails
 * @property {string} [needs] the stage that must have passed before
 * @property {boolean} [alone] true if no other stage may run at the same time
 * @property {boolean} [programs] true if some of its tests run outside programs
 */

/**
 * All stages, in starting order. The type check takes one core for as long as the other checks and
 * the build together, which run in parallel with it. The unit tests, which can use every core,
 * follow.
 * @type {Stage[]}
 */
export const stages = [
  { name: 'types', run: check('typescript', 'tsc', []), advice: 'npm run types runs it alone' },
  {
    name: 'lint',
    run: check('@biomejs/biome', 'biome', ['check', '--error-on-warnings', '.']),
    advice: 'npx biome check --write . fixes most of it',
  },
  {
    name: 'architecture',
    run: checkArchitecture,
    advice: 'the layers are in tools/architecture/layers.mjs; move the import to where it may stand',
  },
  {
    name: 'unused',
    run: check('knip', 'knip', []),
    advice: 'delete unused code, or name it in knip.json with a reason',
  },
  {
    name: 'build',
    run: check('electron-vite', 'electron-vite', ['build', '--logLevel', 'warn']),
    advice: 'npm run build runs it alone',
  },
  { name: 'unit', run: vitest(), advice: 'npm run unit -- FILE runs one file', programs: true },
  {
    name: 'built',
    run: vitest('--config', 'test/built/vitest.config.ts'),
    advice: 'npm run built runs it alone',
    needs: 'build',
    // Two runs of vitest would write to the same cache.
    alone: true,
    programs: true,
  },
  {
    name: 'e2e',
    run: endToEnd,
    advice: 'npm run e2e -- FILE runs one file; test-results/ has what a failed test left',
    needs: 'build',
    // Its tests wait for windows with time limits, which a busy machine exceeds.
    alone: true,
    programs: true,
  },
]

/**
 * @param {string} packageName
 * @param {string} programName
 * @param {string[]} args
 */
function check(packageName, programName, args) {
  return async () => {
    const [node, script] = program(packageName, programName)
    const { code, stdout, stderr } = await capture(node, [script, ...args], { cwd: ROOT, limitMs: CHECK_LIMIT_MS })
    return code === 0 ? held() : broken(`${stdout}${stderr}`)
  }
}

/** @param {string[]} options */
function vitest(...options) {
  return () => {
    const [node, script] = program('vitest', 'vitest')
    return withReport(async report => {
      const args = [script, 'run', ...options, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      const { code, stdout, stderr } = await capture(node, args, { cwd: ROOT, limitMs: RUNNER_LIMIT_MS })
      return { ending: { code, output: `${stdout}${stderr}` }, read: vitestResults }
    })
  }
}

async function endToEnd() {
  const electron = await readyRuntime()
  const note = `on ${await describeRuntime(electron)}`
  const [node, script] = program('@playwright/test', 'playwright')
  const outcome = await withReport(async report => {
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const { code, stdout, stderr } = await capture(node, [script, 'test', '--reporter=list,json'], {
      cwd: ROOT,
      env,
      limitMs: RUNNER_LIMIT_MS,
    })
    return { ending: { code, output: `${stdout}${stderr}` }, read: playwrightResults }
  })
  return { ...outcome, note }
}

/**
 * Runs a test runner that writes its report to a temporary file, and counts the results in it.
 * @template Report
 * @param {(report: string) => Promise<{ ending: { code: number | null, output: string }, read: (report: Report) => import('./outcome.mjs').TestResult[] }>} run
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
async function withReport(run) {
  const folder = await mkdtemp(join(tmpdir(), 'escrowbook-report-'))
  try {
    const file = join(folder, 'report.json')
    const { ending, read } = await run(file)
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) return broken(`${ending.output}\nThe runner ended with ${ending.code} and wrote no report.`)
    return counted(read(JSON.parse(text)), ending)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
