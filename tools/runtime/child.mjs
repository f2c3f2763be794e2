import { spawn } from 'node:child_process'

/** A repeated signal within this time counts as the same one. */
const SAME_SIGNAL_MS = 1_000

/**
 * Runs a program with its output on stderr, or in an open file. Resolves to its exit code: null if
 * the time limit ended it, 127 if there is no such program.
 * @param {string} command
 * @param {string[]} args
 * @param {{ limitMs?: number, cwd?: string, env?: NodeJS.ProcessEnv, output?: number }} [options]
 * `output` is a file descriptor
 * @returns {Promise<number | null>}
 */
export function run(command, args, { limitMs, cwd, env, output = 2 } = {}) {
  return new Promise(done => {
    const child = spawn(command, args, {
      stdio: ['ignore', output, output],
      cwd,
      env: { ...process.env, ...env },
    })
    endAfter(child, limitMs)
    let code = /** @type {number | null} */ (null)
    child.once('error', error => {
      if ('code' in error && error.code === 'ENOENT') code = 127
      if (child.pid === undefined) done(code)
    })
    child.once('close', exit => done(exit))
  })
}

/**
 * Runs a program and resolves to its output; never rejects. A limit of 0 means none.
 * @param {string} command
 * @param {string[]} args
 * @param {{ limitMs?: number, cwd?: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} [options]
 * @returns {Promise<{ code: number | null, stdout: string, stderr: string }>}
 */
export function capture(command, args, { limitMs = 30_000, cwd, env, signal } = {}) {
  return new Promise(done => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd,
      env: { ...process.env, ...env },
      ...(signal === undefined ? {} : { signal }),
    })
    endAfter(child, limitMs)
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text
    })
    child.once('error', error => done({ code: 127, stdout, stderr: error.message }))
    child.once('close', code => done({ code, stdout, stderr }))
  })
}

/**
 * Kills a child that exceeds the limit; 0 means no limit. If the program does not exist, Node's own
 * `timeout` would keep this process alive for the full limit.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} [limitMs]
 */
function endAfter(child, limitMs = 0) {
  if (limitMs === 0) return
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs)
  for (const end of ['error', 'close']) child.once(end, () => clearTimeout(timer))
}

/**
 * True if a program can be found and started.
 * @param {string} command
 * @param {string[]} [args] arguments that make it exit at once
 */
export async function exists(command, args = ['--version']) {
  return (await capture(command, args)).code !== 127
}

/**
 * Forwards the signals that would end this process to a child, so that it can save and quit;
 * resolves to its exit code. npm forwards a signal that the terminal's whole group has already
 * received, so an immediate repeat is ignored; a later one is intended, and forwarded again.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export function endedWithThis(child) {
  let told = Number.NEGATIVE_INFINITY
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      const now = performance.now()
      if (now - told > SAME_SIGNAL_MS) child.kill(signal)
      told = now
    })
  }
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', code => done(code ?? 1))
  })
}
