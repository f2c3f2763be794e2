import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const START_LIMIT_MS = 60_000

/**
 * The user who starts the app; without `uid`, the current user. `flags` are passed to the app.
 * @typedef {{ home: string, uid?: number, gid?: number, flags?: string[] }} Person
 */

/**
 * The environment of a person at their own desktop, without anything from this process.
 * @param {Person} person
 * @param {Record<string, string>} display
 * @returns {NodeJS.ProcessEnv}
 */
function deskOf({ home }, display) {
  // On other systems a program needs more of its environment than can be listed here.
  if (process.platform !== 'linux') return { ...process.env, ...underTest(home) }
  return { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home, LANG: 'C.UTF-8', ...display, ...underTest(home) }
}

/**
 * The variables that let the installed app be driven, on the check’s own book in a person’s place.
 * @param {string} home
 */
function underTest(home) {
  const data =
    process.platform === 'win32'
      ? (process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'))
      : join(home, ...(process.platform === 'darwin' ? ['Library', 'Application Support'] : ['.config']))
  return { ESCROWBOOK_UNDER_TEST: '1', ESCROWBOOK_DIR: join(data, 'Escrowbook', 'book') }
}

/**
 * Starts an app as a person does and attaches to its window through Chromium's remote debugging
 * port: the only way into an app whose fuses are set for release. Throws if no window opens.
 * @param {string[]} command
 * @param {Person} person
 * @param {Record<string, string>} display
 */
export async function startApp([program = '', ...args], person, display) {
  const began = performance.now()
  const child = spawn(program, [...args, ...(person.flags ?? []), '--remote-debugging-port=0'], {
    env: deskOf(person, display),
    cwd: person.home,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(person.uid === undefined ? {} : { uid: person.uid }),
    ...(person.gid === undefined ? {} : { gid: person.gid }),
  })
  const ended = /** @type {Promise<number | null>} */ (new Promise(done => child.once('close', done)))
  try {
    const address = await debuggerAddress(child)
    const browser = await chromium.connectOverCDP(address, { timeout: START_LIMIT_MS })
    const [context] = browser.contexts()
    if (context === undefined) throw new Error('the app has no browser context')
    // The port opens before the window does.
    const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: START_LIMIT_MS }))
    await page.getByRole('main').waitFor({ timeout: START_LIMIT_MS })
    const startMs = performance.now() - began
    const close = async () => {
      await page.evaluate(() => window.close()).catch(() => {})
      const code = await ended
      await browser.close().catch(() => {})
      return code
    }
    // As a power cut would: nothing of the app runs after it.
    const kill = async () => {
      child.kill('SIGKILL')
      await ended
      await browser.close().catch(() => {})
    }
    return { page, startMs, close, kill }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} child
 * @returns {Promise<string>}
 */
function debuggerAddress(child) {
  return new Promise((done, failed) => {
    let said = ''
    child.stderr.on('data', text => {
      said += text
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address !== undefined) done(address)
    })
    child.once('error', failed)
    child.once('close', code => failed(new Error(`the app ended with ${code}: ${said}`)))
    setTimeout(
      () => failed(new Error(`the app opened no window within ${START_LIMIT_MS / 1000} s: ${said}`)),
      START_LIMIT_MS,
    ).unref()
  })
}

/**
 * Runs a program as a person does, without a screen, and resolves to its output.
 * @param {string[]} command
 * @param {Person} person
 * @param {NodeJS.ProcessEnv} [env] added to the person's own
 * @returns {Promise<{ code: number | null, stdout: string, stderr: string }>}
 */
export function runAs([program = '', ...args], person, env = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, [...args, ...(person.flags ?? [])], {
      env: { ...deskOf(person, {}), ...env },
      cwd: person.home,
      timeout: START_LIMIT_MS,
      killSignal: 'SIGKILL',
      ...(person.uid === undefined ? {} : { uid: person.uid }),
      ...(person.gid === undefined ? {} : { gid: person.gid }),
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', text => {
      stdout += text
    })
    child.stderr.on('data', text => {
      stderr += text
    })
    child.once('error', failed)
    child.once('close', code => done({ code, stdout, stderr }))
  })
}
