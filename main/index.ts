import { join } from 'node:path'
import { app, session } from 'electron'
import { guardContents } from './shell/guard.ts'
import { claimBook } from './shell/instance.ts'
import { registerScheme, serve } from './shell/protocol.ts'
import { seal } from './shell/seal.ts'
import { createWindow, loadPage } from './shell/window.ts'

const OUT = join(import.meta.dirname, '..')

async function start(): Promise<void> {
  seal(session.defaultSession)
  serve(join(OUT, 'renderer'))
  await loadPage(createWindow(join(OUT, 'preload/preload.cjs')))
}

function fail(problem: unknown): void {
  console.error(problem)
  app.exit(1)
}

// Until Electron is ready nothing here may be awaited at the top level: `ready` itself waits for this module, and both would wait for ever.
registerScheme()
guardContents()
app.on('session-created', seal)
app.on('window-all-closed', () => app.quit())
try {
  // Another instance may already have this book open; it has come to the front then, and this one ends.
  if (claimBook() === undefined) app.exit(0)
  else app.whenReady().then(start).catch(fail)
} catch (problem) {
  fail(problem)
}
