import { app, session } from 'electron'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { refused } from '../../answers/outcome.ts'
import type { Book } from '../../book/book.ts'
import type { Print } from '../../command-line/surroundings.ts'
import { printStatement } from '../commands/statement-printer.ts'
import type { Formats } from '../formats.ts'
import { openChannels } from '../ipc/channels.ts'
import type { SessionLog } from '../log.ts'
import { blockHosts, lockDown } from '../security/network-lockdown.ts'
import { registerScheme, serve } from '../security/protocol.ts'
import { applyWebContentsPolicy } from '../security/web-contents-policy.ts'

/** The paths of the built pages and their preload. */
export interface PageFiles {
  readonly renderer: string
  readonly preload: string
}

/** The book that the pages show. */
export interface PageBook {
  readonly book: Book
  readonly locale: string
  today(): IsoDate
}

/** On a terminal the answers themselves are visible; nothing is logged. */
const NO_LOG: SessionLog = {
  started: () => undefined,
  answered: () => undefined,
  crashed: reason => console.error(reason),
  refused: () => undefined,
  failed: (_where, problem) => console.error(problem),
}

/**
 * Our own pages rendered without a window, under the same lockdown as the app's. Create it before
 * Electron is ready.
 */
export class PagesWithoutWindow {
  readonly #files: PageFiles

  /** `data` is the folder for Chromium's caches; the app's own belong to another process. */
  constructor(files: PageFiles, data: string) {
    this.#files = files
    for (const name of ['userData', 'sessionData', 'crashDumps'] as const) app.setPath(name, data)
    app.disableHardwareAcceleration()
    app.dock?.hide()
    registerScheme()
    applyWebContentsPolicy()
    blockHosts()
    app.on('session-created', created => lockDown(created))
  }

  /** Returns the printer of a book's statements. Its pages can read the book and nothing else. */
  printer({ book, locale, today }: PageBook): Print {
    const { renderer, preload } = this.#files
    lockDown(session.defaultSession)
    const formats: Formats = { regional: locale, locale, days: { locale, isIso: false } }
    serve(renderer, formats)
    const nothingElse = async () => refused({ code: 'forbidden', params: {} })
    openChannels(
      Promise.resolve({
        book,
        sample: false,
        locale,
        today,
        preferences: noPreferences,
        matchStatement: nothingElse,
        carryOut: nothingElse,
      }),
      formats,
      NO_LOG,
    )
    return (request, signal) => printStatement({ preload, formats }, request, signal)
  }
}

function noPreferences(): never {
  throw new Error('a page that is printed has no preferences')
}
