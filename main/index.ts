import { join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import { speak } from '../shared/words/language.ts'
import { PSEUDO } from '../shared/words/pseudo.ts'
import { say } from '../shared/words/say.ts'
import { quitWhenEnded } from './shell/ended-by-system.ts'
import type { Formats } from './shell/formats.ts'
import { guardContents } from './shell/guard.ts'
import { claimBook } from './shell/instance.ts'
import { keptTheme } from './shell/kept-theme.ts'
import { registerScheme, serve } from './shell/protocol.ts'
import { hasScreen } from './shell/screen.ts'
import { seal, sealHosts } from './shell/seal.ts'
import { createWindow, loadPage } from './shell/window.ts'
import { argumentsOf, readCommandLine } from './terminal/command-line.ts'

// What this file imports is all that is loaded before there is a window. The rest, many times as much, is loaded while Chromium starts the page's process.

const OUT = join(import.meta.dirname, '..')
const RENDERER = join(OUT, 'renderer')
const PRELOAD = join(OUT, 'preload/preload.cjs')
/** Built beside this file; checks the journal beside the main thread. */
const CHAIN_WORKER = new URL('chain-worker.js', import.meta.url)

/** Opens the window, and then the book in `folder`. `sharedData` is what all of a person's books share: the userData before one is derived from the book's folder. */
async function start(folder: string, sharedData: string): Promise<void> {
  quitWhenEnded()
  nativeTheme.themeSource = keptTheme(join(sharedData, 'preferences.json'))
  seal(session.defaultSession)
  let formatsAreKnown: (formats: Formats) => void = () => {}
  const formats = new Promise<Formats>(resolve => {
    formatsAreKnown = resolve
  })
  serve(RENDERER, formats)
  const window = createWindow(PRELOAD, join(app.getPath('userData'), 'window.json'))
  const loading = loadPage(window)
  const { openBook } = await import('./shell/open-book.ts')
  await openBook({ folder, sharedData, window, loading, formatsAreKnown, preload: PRELOAD, worker: CHAIN_WORKER })
}

function fail(problem: unknown): void {
  console.error(problem)
  app.exit(1)
}

/** Opens the app's window, unless another instance has this book open already: it has come to the front then, and this one ends. */
function openApp(): void {
  registerScheme()
  sealHosts()
  guardContents()
  app.on('session-created', created => seal(created))
  app.on('window-all-closed', () => app.quit())
  try {
    const sharedData = app.getPath('userData')
    const folder = claimBook()
    if (folder === undefined) app.exit(0)
    else
      app
        .whenReady()
        .then(() => start(folder, sharedData))
        .catch(fail)
  } catch (problem) {
    fail(problem)
  }
}

// In development the words can be looked at as no language writes them.
if (!app.isPackaged && process.env['ESCROWBOOK_PSEUDO'] === '1') speak(PSEUDO)

const asked = readCommandLine(argumentsOf(process.argv, app.isPackaged), app.getVersion())
// Until Electron is ready nothing may be awaited at the top level that waits for it: `ready` itself waits for this module, and both would wait for ever.
if (asked.kind === 'window' && hasScreen()) openApp()
else {
  const { answerOnTerminal, refuseOnTerminal } = await import('./shell/command-line.ts')
  if (asked.kind === 'window') refuseOnTerminal(say('terminal.no-screen'))
  else await answerOnTerminal(asked, { renderer: RENDERER, preload: PRELOAD, worker: CHAIN_WORKER })
}
