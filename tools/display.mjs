import { spawn } from 'node:child_process'

const START_LIMIT_MS = 20_000

/** True if there is a screen to draw on. */
export function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/**
 * Provides a display: the existing screen, or an Xvfb started here. A program that draws needs
 * `env` in its environment.
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>}
 */
export async function openDisplay() {
  if (hasScreen()) return { env: {}, stop: async () => {} }
  // -displayfd makes Xvfb pick a free number, so that several can run at once.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x960x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  xvfb.stderr?.on('data', text => {
    complaints += text
  })
  const ended = new Promise(done => xvfb.once('close', done))
  process.once('exit', () => xvfb.kill())
  const number = await /** @type {Promise<string>} */ (
    new Promise((done, failed) => {
      let answer = ''
      xvfb.stdio[3]?.on('data', text => {
        answer += text
        if (answer.endsWith('\n')) done(answer.trim())
      })
      xvfb.once('error', error =>
        failed(new Error(`Xvfb could not be started (${error.message}); npm run runtime installs it or says how`)),
      )
      xvfb.once('close', code => failed(new Error(`Xvfb ended at once (${code}): ${complaints}`)))
      setTimeout(
        () => failed(new Error(`Xvfb gave no display within ${START_LIMIT_MS / 1000} s: ${complaints}`)),
        START_LIMIT_MS,
      ).unref()
    })
  )
  const stop = async () => {
    xvfb.kill()
    await ended
  }
  return { env: { DISPLAY: `:${number}` }, stop }
}
