import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { noteUnfinished } from '../../book/folder/unfinished.ts'
import type { Exit } from '../../command-line/exit.ts'
import { END_SIGNALS } from '../signals.ts'

/** The switch that passes a process the folder for Chromium's data while it renders pages. */
const DATA = 'pages-data'

/**
 * Switches that Chromium needs before it starts, to render without a screen. Its log has nothing a
 * person should read.
 */
const WITHOUT_SCREEN = process.platform === 'linux' ? ['--ozone-platform=headless', '--log-level=3'] : []

/** The folder for Chromium's data; undefined if this process does not render pages. */
export function dataOfPages(): string | undefined {
  return app.commandLine.getSwitchValue(DATA) || undefined
}

/**
 * Runs this process's own command again in a process that renders pages: it gets switches that a
 * running process cannot take, and what Chromium writes even while ending is removed after it.
 * Resolves to its exit code.
 */
export async function inProcessWithPages(): Promise<Exit> {
  const data = await mkdtemp(join(tmpdir(), 'escrowbook-pages-'))
  const finished = noteUnfinished(data)
  try {
    // GTK would cache the desktop's settings in the person's home, for a desktop that nothing is
    // drawn on.
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
    finished()
  }
}
