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

/** Where the built pages and their preload lie. */
export interface PageFiles {
  readonly renderer: string
  readonly preload: string
}

/** What the pages show: a book as it is read. */
export interface PageBook {
  readonly book: Book
  readonly locale: string
  today(): IsoDate
}

/** On a terminal the answers themselves are seen, and nothing is written down. */
const NO_LOG: SessionLog = {
  started: () => undefined,
  answered: () => undefined,
  crashed: reason => console.error(reason),
  refused: () => undefined,
  failed: (_where, problem) => console.error(problem),
}

/**
 * Our own pages drawn where no window is open, as sealed off as those of the app. Must be made
 * before Electron is ready.
 */
export class PagesWithoutWindow {
  readonly #files: PageFiles

  /** `data`: where Chromium may keep its caches; the app's own are another process's. */
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

  /** What prints statements of a book. The pages read it and can do nothing else. */
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
