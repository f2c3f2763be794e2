import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { npmCommand, ROOT } from '../program.mjs'
import { run } from '../runtime/child.mjs'

/**
 * electron-builder is a package of its own here: it takes three times as long to install as
 * everything else.
 */
const PACKAGING = join(ROOT, 'packaging')

/**
 * Runs electron-builder on the built app, installing it first if needed. Throws if it fails.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env added to this process's environment
 */
export async function runBuilder(args, env) {
  await installBuilder()
  const program = join(PACKAGING, 'node_modules', 'electron-builder', 'cli.js')
  const code = await run(process.execPath, [program, '--projectDir', ROOT, '--publish', 'never', ...args], {
    cwd: ROOT,
    env,
  })
  if (code !== 0) throw new Error(`electron-builder ended with ${code}`)
}

/** Installs electron-builder in packaging/, unless it is there as its lock file says, or throws. */
export async function installBuilder() {
  const changedAt = (/** @type {string} */ file) =>
    stat(join(PACKAGING, file)).then(
      found => found.mtimeMs,
      () => 0,
    )
  if ((await changedAt('node_modules/.package-lock.json')) >= (await changedAt('package-lock.json'))) return
  // Its packages' install scripts only fetch tools for other systems' targets.
  const [npm, ...before] = npmCommand()
  const code = await run(npm, [...before, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: PACKAGING })
  if (code !== 0) throw new Error('installing electron-builder failed, see above')
}
