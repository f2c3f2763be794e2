import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import { statementShape } from '../shared/statement.ts'
import { speak, writeDays } from '../shared/words/language.ts'
import { PSEUDO } from '../shared/words/pseudo.ts'
import { say } from '../shared/words/say.ts'
import { Book } from './book/book.ts'
import { openChannels } from './ipc/channels.ts'
import type { Desk } from './ipc/desk.ts'
import { pushChanges } from './ipc/push.ts'
import { carryOut } from './shell/app-commands.ts'
import { askedFolder } from './shell/book-folder.ts'
import { wasMoved } from './shell/book-place.ts'
import { bringBack } from './shell/coming-back.ts'
import { answerOnTerminal, refuseOnTerminal } from './shell/command-line.ts'
import { tellFailedStart } from './shell/failed-start.ts'
import { formatsOf } from './shell/formats.ts'
import { guardContents } from './shell/guard.ts'
import { claimBook } from './shell/instance.ts'
import { regionalLocale } from './shell/locale.ts'
import { openLog } from './shell/log.ts'
import { matchStatement } from './shell/match-statement.ts'
import { showMenu } from './shell/menu.ts'
import { PreferenceFile } from './shell/preferences.ts'
import { registerScheme, serve } from './shell/protocol.ts'
import { startReminding } from './shell/reminding.ts'
import { hasScreen } from './shell/screen.ts'
import { seal, sealHosts } from './shell/seal.ts'
import { calendar } from './shell/today.ts'
import { createWindow, loadPage } from './shell/window.ts'
import { Statements } from './statement/statements.ts'
import { argumentsOf, readCommandLine } from './terminal/command-line.ts'

const OUT = join(import.meta.dirname, '..')
const SAMPLE = 'sample'
const PRELOAD = join(OUT, 'preload/preload.cjs')
/** Built beside this file; checks the journal beside the main thread. */
const CHAIN_WORKER = new URL('chain-worker.js', import.meta.url)

/** Opens the book in `folder`. `sharedData` is what all of a person's books share: the userData before one is derived from the book's folder. */
async function start(folder: string, sharedData: string): Promise<void> {
  const log = openLog(join(sharedData, 'logs'))
  log.started(app.getVersion())
  process.on('uncaughtExceptionMonitor', problem => log.failed('main', problem))
  const today = calendar(process.env['ESCROWBOOK_TODAY'])
  const preferences = await PreferenceFile.open(join(sharedData, 'preferences.json'))
  const formats = formatsOf(regionalLocale(), () => preferences.get())
  writeDays(formats.days)
  nativeTheme.themeSource = preferences.get().theme
  seal(session.defaultSession, permission => log.refused(permission))
  serve(join(OUT, 'renderer'), formats)
  // The page is loaded while the book is read: neither waits for the other, and what the page asks waits for the book.
  // Its own userData lies among what all books share, and no other instance writes there.
  const ofThisBook = (file: string): string => join(app.getPath('userData'), file)
  const window = createWindow(PRELOAD, ofThisBook('window.json'))
  bringBack(window, log)
  let deskIsReady: (desk: Desk) => void = () => {}
  const desk = new Promise<Desk>(resolve => {
    deskIsReady = resolve
  })
  openChannels(desk, formats, log)
  const loading = loadPage(window)
  // A book that was moved, to a disk that is away say, is not made anew where it was.
  const isGone = askedFolder(process) === undefined && wasMoved(sharedData) && !existsSync(folder)
  if (isGone) {
    window.hide()
    return tellFailedStart(folder, { code: 'write-failed', variant: 'moved', params: { path: folder } })
  }
  const opened = await Book.open(folder, { today, now: () => new Date(), worker: CHAIN_WORKER })
  if (!opened.ok) {
    window.hide()
    return tellFailedStart(folder, opened.refusal)
  }
  const { book } = opened
  const sampleFolder = join(sharedData, SAMPLE)
  const keptColumns = (header: readonly string[]) => preferences.get().statementColumns[statementShape(header)]
  const statements = new Statements({
    book,
    get locale() {
      return formats.locale
    },
    today,
    keptColumns,
  })
  const sample = folder === sampleFolder
  const shell = { book, sample, today, window, preferences, sampleFolder, sharedData, statements, formats, printer: { preload: PRELOAD, formats } }
  deskIsReady({
    book,
    sample,
    get locale() {
      return formats.locale
    },
    today,
    preferences: () => preferences.get(),
    matchStatement: query => matchStatement(statements, window, query),
    carryOut: command => carryOut(shell, command),
  })
  pushChanges(book, window)
  showMenu(window)
  closeBeforeQuit(book)
  await loading
  startReminding({ book, window, file: ofThisBook('reminded.json'), formats, today, isWanted: () => preferences.get().reminders })
}

/** The app quits once the book has written its checkpoint and let go of its lock. */
function closeBeforeQuit(book: Book): void {
  let closed = false
  app.on('will-quit', event => {
    if (closed) return
    event.preventDefault()
    void book.close().finally(() => {
      closed = true
      // Not at once: while Electron still asks about this quit it takes no other, and a small book closes before it has finished asking.
      setImmediate(() => app.quit())
    })
  })
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
if (asked.kind === 'window') {
  if (hasScreen()) openApp()
  else refuseOnTerminal(say('terminal.no-screen'))
} else await answerOnTerminal(asked, { renderer: join(OUT, 'renderer'), preload: PRELOAD, worker: CHAIN_WORKER })
