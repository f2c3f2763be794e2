// `npm start`: builds, then opens the app on the person's book. Without a screen it runs the guided
// demo instead.
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
    console.log('No screen: running the guided demo in the real app on a virtual display.')
    return endedWithThis(spawn(process.execPath, [join(ROOT, 'tools/demo.mjs')], { stdio: 'inherit' }))
  }
  const electron = await readyRuntime()
  // In its own process group: Ctrl-C reaches the terminal's whole group, and an app that receives
  // it twice, there and from here, would be killed while it quits.
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
