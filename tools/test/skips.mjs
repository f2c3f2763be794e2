import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../program.mjs'

/** The file that names the tests that may be skipped, by full title and with a reason. */
export const SKIPS_FILE = 'tools/allowed-skips.json'

/**
 * The problems with a run's skips: those that are not allowed, and allowances for tests that do not
 * exist.
 * @param {{ title: string, why: string }[]} allowed
 * @param {string[]} skipped
 * @param {string[]} titles of all tests of the run
 */
export function judgeSkips(allowed, skipped, titles) {
  const named = new Set(allowed.map(({ title }) => title))
  const seen = new Set(titles)
  return {
    withoutLeave: skipped.filter(title => !named.has(title)),
    stale: allowed.map(({ title }) => title).filter(title => !seen.has(title)),
  }
}

/** @returns {Promise<{ title: string, why: string }[]>} */
export async function allowedSkips() {
  return JSON.parse(await readFile(join(ROOT, SKIPS_FILE), 'utf8'))
}
