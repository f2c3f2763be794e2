import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import type { Exit } from '../../command-line/exit.ts'
import { END_SIGNALS } from '../signals.ts'

/**
 * The switch that tells a process where it may keep what Chromium wants to keep while pages are
 * drawn.
 */
const DATA = 'pages-data'

/**
 * What must be told to Chromium before it starts, to draw without a screen. It has nothing to say
 * that a person should read.
 */
const WITHOUT_SCREEN = process.platform === 'linux' ? ['--ozone-platform=headless', '--log-level=3'] : []

/**
 * Where this process may keep what Chromium keeps; undefined where it is not one that draws pages.
 */
export function dataOfPages(): string | undefined {
  return app.commandLine.getSwitchValue(DATA) || undefined
}

/**
 * Starts this process's own command once more, in a process that draws pages: it is told what
 * cannot be told to one that runs already, and what Chromium writes even as it ends is cleared away
 * after it. Resolves to its exit code.
 */
export async function inProcessWithPages(): Promise<Exit> {
  const data = await mkdtemp(join(tmpdir(), 'escrowbook-pages-'))
  try {
    // GTK would keep a cache of the desktop's settings in the person's home, for a desktop that
    // nothing is drawn on.
    const env = { ...process.env, GSETTINGS_BACKEND: 'memory' }
    const child = spawn(process.execPath, [`--${DATA}=${data}`, ...WITHOUT_SCREEN, ...process.argv.slice(1)], {
      stdio: 'inherit',
      env,
    })
    for (const signal of END_SIGNALS) process.on(signal, () => child.kill(signal))
    return await new Promise<Exit>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => {
        if (code === null) reject(new Error(`the process that draws pages was ended by ${signal}`))
        else resolve(code as Exit)
      })
    })
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 3 })
  }
}
