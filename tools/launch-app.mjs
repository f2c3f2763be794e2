import { _electron } from '@playwright/test'
import { launchFlags } from './launch-flags.mjs'
import { ROOT } from './program.mjs'

const START_LIMIT_MS = 30_000

/**
 * Starts the built app under Playwright, on a book and a userData of the caller's own, so that
 * nothing of the person's is touched.
 * @param {object} where
 * @param {string} where.electron the path that `npm run runtime` prints
 * @param {string} where.book the book's folder
 * @param {string} where.userData
 * @param {NodeJS.ProcessEnv} [where.env] beside this process's own
 * @param {string[]} [where.args] for the app
 * @param {boolean} [where.packaged] whether the binary has the app inside
 */
export async function launchApp({ electron, book, userData, env = {}, args = [], packaged = false }) {
  const app = await _electron.launch({
    executablePath: electron,
    args: [...(packaged ? [] : [ROOT]), ...launchFlags(), `--user-data-dir=${userData}`, ...args],
    env: settled({ ...process.env, ESCROWBOOK_DIR: book, ...env }),
    timeout: START_LIMIT_MS,
  })
  const close = app.close.bind(app)
  // What a test or a picture left typed would be asked about, and nobody is there to answer.
  app.close = async () => {
    for (const page of app.windows()) await page.evaluate(discardUnsaved).catch(() => {})
    return close()
  }
  return app
}

/** In the page: comes before the page's own listener, which asks. */
function discardUnsaved() {
  window.addEventListener('beforeunload', event => event.stopImmediatePropagation(), { capture: true })
}

/**
 * Playwright takes no undefined values; leaving a name out is what they mean.
 * @param {NodeJS.ProcessEnv} env
 */
function settled(env) {
  /** @type {Record<string, string>} */
  const kept = {}
  for (const [name, value] of Object.entries(env)) if (value !== undefined) kept[name] = value
  return kept
}
