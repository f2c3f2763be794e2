import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { statementShape } from '../shared/reconcile/statement.ts'
import { writeDays } from '../shared/words/language.ts'
import { Book } from './book/book.ts'
import { carryOut } from './electron/commands/app-commands.ts'
import { matchStatement } from './electron/commands/match-statement.ts'
import { type Formats, formatsOf } from './electron/formats.ts'
import { openChannels } from './electron/ipc/channels.ts'
import type { Context } from './electron/ipc/context.ts'
import { FrontPageAnswers } from './electron/ipc/front-page-answers.ts'
import { pushChanges, pushUnnamed } from './electron/ipc/push.ts'
import { regionalLocale } from './electron/locale.ts'
import { openLog } from './electron/log.ts'
import { askedFolder } from './electron/place/book-folder.ts'
import { wasMoved } from './electron/place/book-place.ts'
import { PreferenceFile } from './electron/preferences.ts'
import { watchDay } from './electron/reminders/day-watch.ts'
import { startReminding } from './electron/reminders/reminding.ts'
import { limitPermissions } from './electron/security/permissions.ts'
import { calendar } from './electron/today.ts'
import { recoverFromCrash } from './electron/window/crash-recovery.ts'
import { tellFailedStart } from './electron/window/failed-start.ts'
import { showMenu } from './electron/window/menu.ts'
import { painted } from './electron/window/window.ts'
import { Statements } from './reconcile/statements.ts'

const SAMPLE = 'sample'

/** The window that is there already, and where what belongs to it lies. */
export interface Opening {
  /** The book's folder. */
  readonly folder: string
  /**
   * What all of a person's books share: the userData before one is derived from the book's folder.
   */
  readonly sharedData: string
  readonly window: BrowserWindow
  /** Resolves once the page is loaded. */
  readonly loading: Promise<void>
  /** The page is served from then on. */
  readonly formatsAreKnown: (formats: Formats) => void
  readonly preload: string
  readonly worker: URL
}

/**
 * Opens the book whose window is being loaded: neither waits for the other, and what the page asks
 * waits for the book. Where a front page of a large book was kept, that is shown first, and the
 * book is read once it is on the screen.
 */
export async function openBook({
  folder,
  sharedData,
  window,
  loading,
  formatsAreKnown,
  preload,
  worker,
}: Opening): Promise<void> {
  const log = openLog(join(sharedData, 'logs'))
  log.started(app.getVersion())
  process.on('uncaughtExceptionMonitor', problem => log.failed('main', problem))
  const today = calendar(process.env['ESCROWBOOK_TODAY'])
  const preferences = await PreferenceFile.open(join(sharedData, 'preferences.json'))
  const formats = formatsOf(regionalLocale(), () => preferences.get())
  writeDays(formats.days)
  limitPermissions(window.webContents.session, permission => log.refused(permission))
  recoverFromCrash(window, log)
  const sampleFolder = join(sharedData, SAMPLE)
  const sample = folder === sampleFolder
  let deskIsReady: (context: Context) => void = () => {}
  const context = new Promise<Context>(resolve => {
    deskIsReady = resolve
  })
  const front = new FrontPageAnswers({ version: app.getVersion(), sample, today, preferences: () => preferences.get() })
  openChannels(context, formats, log, front)
  formatsAreKnown(formats)
  // A book that was moved, to a disk that is away say, is not made anew where it was.
  const isGone = askedFolder(process) === undefined && wasMoved(sharedData) && !existsSync(folder)
  if (isGone)
    return tellFailedStart(window, folder, { code: 'write-failed', variant: 'moved', params: { path: folder } })
  let book: Book | undefined
  const opened = await Book.open(folder, {
    today,
    now: () => new Date(),
    worker,
    whenClaimed: async place => {
      if (front.open(place)) await painted(window)
    },
    whenCheckpointed: async mark => (book === undefined ? undefined : front.keep(book, mark)),
  })
  if (!opened.ok) return tellFailedStart(window, folder, opened.refusal)
  book = opened.book
  const keptColumns = (header: readonly string[]) => preferences.get().statementColumns[statementShape(header)]
  const statements = new Statements({
    book,
    get locale() {
      return formats.locale
    },
    today,
    keptColumns,
  })
  const shell = {
    book,
    sample,
    today,
    window,
    preferences,
    sampleFolder,
    sharedData,
    statements,
    formats,
    get locale() {
      return formats.locale
    },
    printer: { preload, formats },
  }
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
  if (front.close()) pushUnnamed(book, window)
  window.once(
    'closed',
    watchDay(today, () => pushUnnamed(opened.book, window)),
  )
  showMenu(window)
  closeBeforeQuit(book)
  await loading
  const file = join(app.getPath('userData'), 'reminded.json')
  startReminding({ book, window, file, formats, today, isWanted: () => preferences.get().reminders })
}

/** The app quits once the book has written its checkpoint and let go of its lock. */
function closeBeforeQuit(book: Book): void {
  let closed = false
  app.on('will-quit', event => {
    if (closed) return
    event.preventDefault()
    void book.close().finally(() => {
      closed = true
      // Not at once: while Electron still asks about this quit it takes no other, and a small book
      // closes before it has finished asking.
      setImmediate(() => app.quit())
    })
  })
}
