import { basename } from 'node:path'
import type { SavedYear } from '../../shared/api/exports.ts'
import type { YearStatements } from '../../shared/api/year-statements.ts'
import type { Paper } from '../../shared/contract/paper.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { bookName } from '../answers/book-name.ts'
import { latestDay } from '../answers/latest-day.ts'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import type { Book } from '../book/book.ts'
import { type NewFolder, writeNewFolder } from '../export/new-folder.ts'
import { type StatementRequest, statementOf } from '../printed-statement/statement.ts'
import { movedIn, yearsIn } from './contents.ts'
import { readMe } from './read-me.ts'
import { daysSaved, yearFiles } from './year-files.ts'

/** The year to save, and the kind of statements. */
export interface YearRequest {
  readonly year: number
  readonly statements: YearStatements
}

/**
 * The destination of a saved year, and what saving needs: the day, the person's locale, and the
 * statement printer.
 */
export interface YearSaving extends Omit<NewFolder, 'spoiled'> {
  readonly today: IsoDate
  readonly now: Date
  readonly locale: string
  print(request: StatementRequest, signal: AbortSignal): Promise<Uint8Array>
}

/** A year that was saved, and the paper that it is. */
export interface WrittenYear {
  readonly saved: SavedYear
  readonly paper: Paper
}

/** The name of a year's folder. */
export function yearName(year: number): string {
  return `escrowbook-${year}`
}

/** The refusal of a year in which no money moved (`bad-input`). */
export function emptyYear(book: Book, year: number): Outcome<never> | undefined {
  if (movedIn(book, year).length > 0) return undefined
  const years = yearsIn(book)
  const params = { year: String(year), first: String(years.at(-1) ?? ''), last: String(years[0] ?? '') }
  return refused({ code: 'bad-input', params, variant: years.length === 0 ? 'no-year' : 'empty-year', field: 'year' })
}

/**
 * Writes a year of the book to one new folder: reports, the ledger, printed statements, plain-text
 * accounting and a list of them. All or nothing, from one state of the book. Refuses `bad-input`
 * (no money moved that year), `book-read-only` (the book is damaged), `export-too-large` (a
 * statement with too many lines), `write-failed` (also if something was recorded meanwhile),
 * `disk-full` and `cancelled`.
 */
export async function saveYear(
  book: Book,
  { year, statements }: YearRequest,
  saving: YearSaving,
): Promise<Outcome<WrittenYear>> {
  const { today, now, locale, signal, print } = saving
  await book.proved()
  const empty = emptyYear(book, year)
  if (empty !== undefined) return empty
  const { state } = await book.checked()
  if (state === 'damaged') return refused({ code: 'book-read-only', params: {}, variant: 'year' })
  if (state === 'newer') return refused({ code: 'book-read-only', params: {}, variant: 'newer-year' })
  const voice = { locale, decimals: 2 }
  const files = yearFiles({ book, year, statements, today, now, voice, print: request => print(request, signal) })
  for (const { statement } of files) {
    if (signal.aborted) return refused({ code: 'cancelled', params: {} })
    // Refuse a statement with too many lines before printing hundreds of others.
    const read = statement === undefined ? undefined : await statementOf(book, statement, today, locale)
    if (read?.ok === false) return read
  }
  const before = book.info()
  const list = {
    name: 'README.txt',
    pieces: () => readMe(book, { year, today, voice, name: bookName(before.folder), files }),
  }
  const written = await writeNewFolder(
    {
      ...saving,
      spoiled: () =>
        book.info().head === before.head
          ? undefined
          : refused({ code: 'write-failed', params: { path: saving.path }, variant: 'year-changed' }),
    },
    [list, ...files],
  )
  if (!written.ok) return written
  const { path, sums, ...counts } = written.value
  const days = daysSaved(year, latestDay(book, today))
  const { entries } = before
  return accepted({
    saved: { path, ...counts },
    paper: { kind: 'year', name: basename(path), files: sums, contracts: null, ...days, on: today, entries },
  })
}
