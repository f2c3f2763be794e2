import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { statementShape } from '../shared/reconcile/statement.ts'
import { writeDays } from '../shared/words/language.ts'
import { Book } from './book/book.ts'
import { hasBook } from './book/folder/book-folder.ts'
import { removeAbandoned } from './book/folder/own-file.ts'
import { clearUnfinished, noteUnfinishedIn } from './book/folder/unfinished.ts'
import { type AppContext, carryOut } from './electron/commands/app-commands.ts'
import { tellBookInProgram } from './electron/commands/book-in-program.ts'
import { matchStatement } from './electron/commands/match-statement.ts'
import { type Formats, formatsOf } from './electron/formats.ts'
import { openChannels } from './electron/ipc/channels.ts'
import type { Context } from './electron/ipc/context.ts'
import { FrontPageAnswers } from './electron/ipc/front-page-answers.ts'
import { pushChanges, pushUnnamed } from './electron/ipc/push.ts'
import { regionalLocale } from './electron/locale.ts'
import { openLog } from './electron/log.ts'
import type { ClaimedBook } from './electron/place/instance.ts'
import { keepKnown } from './electron/place/known-books.ts'
import { refusalInProgram } from './electron/place/program-file.ts'
import { SeenHeadFiles } from './electron/place/seen-heads.ts'
import { PreferenceFile } from './electron/preferences.ts'
import { watchDay } from './electron/reminders/day-watch.ts'
import { startReminding } from './electron/reminders/reminding.ts'
import { limitPermissions } from './electron/security/permissions.ts'
import { calendar } from './electron/today.ts'
import { recoverFromCrash } from './electron/window/crash-recovery.ts'
import { tellFailedStart } from './electron/window/failed-start.ts'
import { showMenu } from './electron/window/menu.ts'
import { missingBook, tellMissingBook } from './electron/window/missing-book.ts'
import { painted } from './electron/window/window.ts'
import { Statements } from './reconcile/statements.ts'

const SAMPLE = 'sample'

/** The window that already exists, and the paths of its files. */
export interface Opening {
  readonly claimed: ClaimedBook
  /** The data folder of the app (`userData`) that all of a person's books share. */
  readonly sharedData: string
  readonly window: BrowserWindow
  /** Resolves once the page is loaded. */
  readonly loading: Promise<void>
  /** Called once the formats are known: the page is not served before. */
  readonly formatsAreKnown: (formats: Formats) => void
  /** The path of the built preload script. */
  readonly preload: string
  /** See `BookOptions`. */
  readonly worker: URL
}

/**
 * Opens the book while its window loads; neither waits for the other, and the page's queries wait
 * for the book. If the front page of a large book was saved, the page shows that first, and the
 * book is read after the first paint. If the book cannot be opened, a dialog says why, and the app
 * restarts or quits.
 */
export async function openBook({
  claimed,
  sharedData,
  window,
  loading,
  formatsAreKnown,
  preload,
  worker,
}: Opening): Promise<void> {
  const { folder } = claimed
  const { log, preferences, formats, today } = await startSession(sharedData, window)
  const sampleFolder = join(sharedData, SAMPLE)
  const sample = folder === sampleFolder
  let isReady: (context: Context) => void = () => {}
  const ready = new Promise<Context>(resolve => {
    isReady = resolve
  })
  const front = new FrontPageAnswers({ version: app.getVersion(), sample, today, preferences: () => preferences.get() })
  openChannels(ready, formats, log, front)
  formatsAreKnown(formats)
  const missing = missingBook(sharedData, claimed)
  if (missing !== undefined) return tellMissingBook(window, sharedData, claimed, missing)
  if (refusalInProgram(folder) !== undefined) return tellBookInProgram(window, sharedData, claimed)
  noteUnfinishedIn(join(sharedData, 'unfinished'))
  let book: Book | undefined
  const opened = await Book.open(folder, {
    today,
    now: () => new Date(),
    worker,
    seen: new SeenHeadFiles(join(sharedData, 'heads')),
    whenClaimed: async claimed => {
      if (front.open(claimed)) await painted(window)
    },
    whenCheckpointed: async mark => (book === undefined ? undefined : front.keep(book, mark)),
  })
  if (!opened.ok) return tellFailedStart(window, folder, opened.refusal)
  book = opened.book
  const printer = { preload, formats }
  const context = appContext({ book, sample, today, window, preferences, sampleFolder, sharedData, formats, printer })
  isReady(ipcContext(context))
  pushChanges(book, window)
  if (front.close()) pushUnnamed(book, window)
  window.once(
    'closed',
    watchDay(today, () => pushUnnamed(opened.book, window)),
  )
  showMenu(window)
  rememberKnown(book, sharedData)
  closeBeforeQuit(book, () => rememberKnown(opened.book, sharedData))
  await loading
  for (const kept of [sharedData, app.getPath('userData'), join(sharedData, 'heads')]) removeAbandoned(kept)
  await clearUnfinished()
  const file = join(app.getPath('userData'), 'reminded.json')
  startReminding({ book, window, file, formats, today, isWanted: () => preferences.get().reminders })
}

/**
 * Starts what a session needs before its book is open: the log, the preferences, the formats of
 * numbers and days, and the limits on what the page may ask of Electron.
 */
async function startSession(sharedData: string, window: BrowserWindow) {
  const log = openLog(join(sharedData, 'logs'))
  log.started(app.getVersion())
  process.on('uncaughtExceptionMonitor', problem => log.failed('main', problem))
  const today = calendar(process.env['ESCROWBOOK_TODAY'])
  const preferences = PreferenceFile.open(join(sharedData, 'preferences.json'))
  const formats = formatsOf(regionalLocale(), () => preferences.get())
  writeDays(formats.days)
  limitPermissions(window.webContents.session, permission => log.refused(permission))
  recoverFromCrash(window, log)
  return { log, preferences, formats, today }
}

/** The context of the app's commands, with the statements that are being reconciled. */
function appContext(parts: Omit<AppContext, 'statements' | 'locale'>): AppContext {
  const { book, today, preferences, formats } = parts
  const statements = new Statements({
    book,
    get locale() {
      return formats.locale
    },
    today,
    keptColumns: header => preferences.get().statementColumns[statementShape(header)],
  })
  return {
    ...parts,
    statements,
    get locale() {
      return formats.locale
    },
  }
}

/** The context of the bridge's calls. */
function ipcContext(context: AppContext): Context {
  const { book, sample, today, window, preferences, formats, statements } = context
  return {
    book,
    sample,
    get locale() {
      return formats.locale
    },
    today,
    preferences: () => preferences.get(),
    matchStatement: query => matchStatement(statements, window, query),
    carryOut: command => carryOut(context, command),
  }
}

/** Remembers that this computer has had this book in its folder. */
function rememberKnown(book: Book, sharedData: string): void {
  const { folder, entries } = book.info()
  // A book that was moved is not there any more.
  if (hasBook(folder)) keepKnown(sharedData, { folder, entries, at: new Date().toISOString() })
}

/** Quits once the book has written its checkpoint and released its lock. */
function closeBeforeQuit(book: Book, remember: () => void): void {
  let closed = false
  app.on('will-quit', event => {
    if (closed) return
    event.preventDefault()
    remember()
    void book.close().finally(() => {
      closed = true
      // Defer: Electron ignores a second quit while it still processes the first, and a small book
      // closes before that ends.
      setImmediate(() => app.quit())
    })
  })
}
