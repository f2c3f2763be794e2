import type { BrowserWindow } from 'electron'
import type { AppCommand } from '../../../shared/api/app-commands.ts'
import type { KeptPaper, SavedYear } from '../../../shared/api/exports.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { say } from '../../../shared/words/say.ts'
import { accepted, type Outcome, refused } from '../../answers/outcome.ts'
import type { Book } from '../../book/book.ts'
import { emptyYear, saveYear, yearName } from '../../year/save-year.ts'
import { push } from '../ipc/push.ts'
import { runJob } from '../jobs.ts'
import { chooseFile } from '../window/choose-file.ts'
import { keepPaper } from './keep-paper.ts'
import { type Printer, printStatement } from './statement-printer.ts'

/** Everything that saving a year works on. */
interface Context {
  readonly book: Book
  readonly window: BrowserWindow
  readonly printer: Printer
  today(): IsoDate
}

type SaveYear = Extract<AppCommand, { type: 'save-year' }>

/**
 * Carries out `save-year`: asks for the folder if the command names none, then writes it, and keeps
 * its fingerprints in the book. Refuses what `saveYear` refuses, and with `cancelled`.
 */
export async function saveYearAs(
  { book, window, printer, today }: Context,
  { year, statements = 'contract', path: named }: SaveYear,
): Promise<Outcome<SavedYear & KeptPaper>> {
  const empty = emptyYear(book, year)
  if (empty !== undefined) return empty
  const path = named ?? (await chooseFile(window, say('year.save'), yearName(year)))
  if (path === undefined) return refused({ code: 'cancelled', params: {} })
  return runJob(
    'year',
    far => push(window, 'progress', far),
    async job => {
      // Tell the page which job it can stop.
      job.progress(0, 1)
      const print = (request: Parameters<typeof printStatement>[1], signal: AbortSignal) =>
        printStatement(printer, request, signal)
      const { locale } = printer.formats
      const written = await saveYear(
        book,
        { year, statements },
        { path, ...job, today: today(), now: new Date(), locale, print },
      )
      if (!written.ok) return written
      const { saved, paper } = written.value
      return accepted({ ...saved, ...(await keepPaper(book, paper, locale)) })
    },
  )
}
