// `npm start`: builds, then opens the app on the person's book. Where there is no screen it runs
// the guided demo instead.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { hasScreen } from './display.mjs'
import { launchFlags } from './launch-flags.mjs'
import { program, ROOT } from './program.mjs'
import { endedWithThis, run } from './runtime/child.mjs'
import { readyRuntime } from './runtime/ready.mjs'

/** @returns {Promise<number>} the exit code */
async function start() {
  const [node, electronVite] = program('electron-vite', 'electron-vite')
  console.log('Building Escrowbook …')
  const built = await run(node, [electronVite, 'build', '--logLevel', 'warn'], { cwd: ROOT })
  if (built !== 0) throw new Error('the build failed, see above')
  if (!hasScreen()) {
    console.log('There is no screen here: running the guided demo in the real app on a display of its own.')
    return endedWithThis(spawn(process.execPath, [join(ROOT, 'tools/demo.mjs')], { stdio: 'inherit' }))
  }
  const electron = await readyRuntime()
  // In a group of its own: Ctrl-C reaches all of a terminal's group, and an app that hears it there
  // and from here is ended in the middle of quitting.
  const detached = process.platform !== 'win32'
  return endedWithThis(
    spawn(electron, [ROOT, ...launchFlags(), ...process.argv.slice(2)], { stdio: 'inherit', detached }),
  )
}

try {
  process.exitCode = await start()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
