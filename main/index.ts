import { join } from 'node:path'
import { app, dialog, nativeTheme, session } from 'electron'
import { speak } from '../shared/words/language.ts'
import { PSEUDO } from '../shared/words/pseudo.ts'
import { say } from '../shared/words/say.ts'
import { argumentsOf, readCommandLine } from './command-line/command-line.ts'
import { APP_ID } from './electron/app-id.ts'
import type { Formats } from './electron/formats.ts'
import { hasScreen } from './electron/headless/screen.ts'
import { type ClaimedBook, claimBook } from './electron/place/instance.ts'
import { blockHosts, lockDown } from './electron/security/network-lockdown.ts'
import { registerScheme, serve } from './electron/security/protocol.ts'
import { refusedSwitch } from './electron/security/refused-switches.ts'
import { applyWebContentsPolicy } from './electron/security/web-contents-policy.ts'
import { quitWhenEnded } from './electron/window/ended-by-system.ts'
import { keptTheme } from './electron/window/kept-theme.ts'
import { bringToFront } from './electron/window/showing.ts'
import { createWindow, loadPage } from './electron/window/window.ts'

// Only these imports are loaded before the window exists. The rest, many times as much, loads while
// Chromium starts the page's process.

const OUT = join(import.meta.dirname, '..')
const RENDERER = join(OUT, 'renderer')
const PRELOAD = join(OUT, 'preload/preload.cjs')
/** Built next to this file; checks the journal in the background. */
const JOURNAL_WORKER = new URL('journal-worker.js', import.meta.url)

/**
 * Opens the window, then the claimed book. `sharedData` is the userData that all of a person's
 * books share, before one is derived for this book.
 */
async function start(claimed: ClaimedBook, sharedData: string): Promise<void> {
  quitWhenEnded()
  nativeTheme.themeSource = keptTheme(join(sharedData, 'preferences.json'))
  lockDown(session.defaultSession)
  let formatsAreKnown: (formats: Formats) => void = () => {}
  const formats = new Promise<Formats>(resolve => {
    formatsAreKnown = resolve
  })
  serve(RENDERER, formats)
  const window = createWindow(PRELOAD, join(app.getPath('userData'), 'window.json'))
  const loading = loadPage(window)
  const { openBook } = await import('./open-book.ts')
  await openBook({ claimed, sharedData, window, loading, formatsAreKnown, preload: PRELOAD, worker: JOURNAL_WORKER })
}

function fail(problem: unknown): void {
  console.error(problem)
  app.exit(1)
}

/**
 * Opens the app's window. If another instance has this book open, that one comes to the front and
 * this one ends.
 */
function openApp(): void {
  // Before any window: Windows gives each the name that the app has then.
  app.setAppUserModelId(APP_ID)
  registerScheme()
  blockHosts()
  applyWebContentsPolicy()
  app.on('session-created', created => lockDown(created))
  app.on('window-all-closed', () => app.quit())
  try {
    const sharedData = app.getPath('userData')
    const claimed = claimBook(bringToFront)
    if (claimed === undefined) app.exit(0)
    else
      app
        .whenReady()
        .then(() => start(claimed, sharedData))
        .catch(fail)
  } catch (problem) {
    fail(problem)
  }
}

// In development, pseudo-localised words show texts that were never translated.
if (!app.isPackaged && process.env['ESCROWBOOK_PSEUDO'] === '1') speak(PSEUDO)

const { isPackaged } = app
const refused = refusedSwitch({ argv: process.argv, env: process.env, isPackaged })
if (refused !== undefined) {
  const message = say('start.refused-switch', { name: refused })
  // Before Electron is ready, a dialog on Linux writes to stderr.
  dialog.showErrorBox(say('app.name'), message)
  process.exit(1)
}

const asked = readCommandLine(argumentsOf(process.argv, app.isPackaged), app.getVersion())
// Await nothing here that waits for Electron's `ready` event: `ready` itself waits for this module,
// and both would wait forever.
if (asked.kind === 'window' && hasScreen()) openApp()
else {
  const { answerOnTerminal, refuseOnTerminal } = await import('./electron/headless/command-line.ts')
  if (asked.kind === 'window') refuseOnTerminal(say('terminal.no-screen'))
  else await answerOnTerminal(asked, { renderer: RENDERER, preload: PRELOAD, worker: JOURNAL_WORKER })
}
