// `npm start`: builds, then opens the app on the person's book. Where there is no screen it runs the guided demo instead.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { hasScreen } from './display.mjs'
import { launchFlags } from './launch-flags.mjs'
import { run } from './runtime/child.mjs'
import { readyRuntime } from './runtime/ready.mjs'

const root = resolve(import.meta.dirname, '..')

/** @returns {Promise<number>} the exit code */
async function start() {
  console.log('Building Escrowbook …')
  const built = await run(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], { cwd: root })
  if (built !== 0) throw new Error('the build failed; if packages are missing, run: npm ci')
  if (!hasScreen()) {
    console.log('There is no screen here: running the guided demo in the real app on a display of its own.')
    return (await run(process.execPath, [join(root, 'tools/demo.mjs')], { cwd: root })) ?? 1
  }
  const electron = await readyRuntime()
  const app = spawn(electron, [root, ...launchFlags(), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => app.kill(signal))
  return new Promise((done, failed) => {
    app.once('error', failed)
    app.once('close', code => done(code ?? 1))
  })
}

try {
  process.exitCode = await start()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
