import { _electron } from '@playwright/test'
import { launchFlags } from './launch-flags.mjs'
import { ROOT } from './program.mjs'

const START_LIMIT_MS = 30_000

/**
 * Starts the built app under Playwright with its own book and userData, so that it touches none of
 * the person's files.
 * @param {object} where
 * @param {string} where.electron the path that `npm run runtime` prints
 * @param {string} where.book the book's folder
 * @param {string} where.userData
 * @param {NodeJS.ProcessEnv} [where.env] added to this process's environment
 * @param {string[]} [where.args] passed to the app
 * @param {boolean} [where.packaged] the binary contains the app
 */
export async function launchApp({ electron, book, userData, env = {}, args = [], packaged = false }) {
  const app = await _electron.launch({
    executablePath: electron,
    args: [...(packaged ? [] : [ROOT]), ...launchFlags(), `--user-data-dir=${userData}`, ...args],
    env: settled({
      ...process.env,
      ESCROWBOOK_DIR: book,
      // An installed app is driven only on a book of its own.
      ...(packaged && { ESCROWBOOK_UNDER_TEST: '1' }),
      ...env,
    }),
    timeout: START_LIMIT_MS,
  })
  const close = app.close.bind(app)
  // Unsaved input would ask a question that nobody is there to answer.
  app.close = async () => {
    for (const page of app.windows()) await page.evaluate(discardUnsaved).catch(() => {})
    return close()
  }
  return app
}

/** Runs in the page: turns off the question about unsaved input when the page is closed or left. */
export function discardUnsaved() {
  // Not with an earlier listener: the window calls listeners in the order they were added.
  BeforeUnloadEvent.prototype.preventDefault = () => {}
}

/**
 * Drops undefined values, which Playwright does not accept.
 * @param {NodeJS.ProcessEnv} env
 */
function settled(env) {
  /** @type {Record<string, string>} */
  const kept = {}
  for (const [name, value] of Object.entries(env)) if (value !== undefined) kept[name] = value
  return kept
}
