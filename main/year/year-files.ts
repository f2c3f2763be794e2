import type { ExportFormat } from '../../shared/api/export-formats.ts'
import type { YearStatements } from '../../shared/api/year-statements.ts'
import { partyKey } from '../../shared/contract/party-key.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { daysOfYear, type Period } from '../../shared/dates/period.ts'
import { say, type Voice } from '../../shared/words/say.ts'
import { latestDay } from '../answers/latest-day.ts'
import type { Book } from '../book/book.ts'
import { exported } from '../export/export.ts'
import type { FolderFile } from '../export/new-folder.ts'
import { reportCsv } from '../export/report-csv.ts'
import { safeName } from '../export/safe-name.ts'
import type { StatementRequest } from '../printed-statement/statement.ts'
import { reportSet } from '../queries/report-set.ts'
import { clientsOf, movedIn } from './contents.ts'
import { escrowCsv, escrowIn } from './escrow-balances.ts'

/** A file of a year, and its description in the list of files. */
export interface YearFile extends FolderFile {
  readonly about: string
  /** The statement to print it from, if it is one. */
  readonly statement?: StatementRequest
}

/** Everything that a year's files are made from. */
export interface YearBasis {
  readonly book: Book
  readonly year: number
  readonly statements: YearStatements
  readonly today: IsoDate
  readonly now: Date
  readonly voice: Voice
  /** Prints a valid statement request to PDF. */
  print(request: StatementRequest): Promise<Uint8Array>
}

const REPORTS = ['month', 'client', 'freelancer', 'contract'] as const
/** The exports of a year, each with its file extension. */
const EXPORTS: readonly (readonly [format: ExportFormat, ending: string])[] = [
  ['hledger', 'journal'],
  ['beancount', 'beancount'],
  ['json', 'json'],
]

/** The files of a year in the order of their list. Each is generated only when it is written. */
export function yearFiles(basis: YearBasis): readonly YearFile[] {
  const { year, voice } = basis
  const exportAs = (format: ExportFormat) => () => textOf(basis, format)
  return [
    ...reportFiles(basis),
    {
      name: `escrow-${year}.csv`,
      about: say('year.file.escrow', {}, voice),
      pieces: () => only(() => escrowCsv(escrowIn(basis.book, year))),
    },
    { name: `ledger-${year}.csv`, about: say('year.file.ledger', {}, voice), pieces: exportAs('csv') },
    ...statementFiles(basis, daysSaved(year, latestDay(basis.book, basis.today))),
    ...EXPORTS.map(([format, ending]) => ({
      name: `accounting/escrowbook-${year}.${ending}`,
      about: say('year.file.export', { format }, voice),
      pieces: exportAs(format),
    })),
  ]
}

/**
 * The days of a year that its papers cover: until `latest`, the book's latest day, while it lasts.
 */
export function daysSaved(year: number, latest: IsoDate): Period {
  const { from, to } = daysOfYear(year)
  return { from, to: to > latest && from <= latest ? latest : to }
}

/** One file per grouping and currency: sums across currencies mean nothing. */
function reportFiles({ book, year, voice }: YearBasis): readonly YearFile[] {
  const currencies = [...new Set(movedIn(book, year).map(({ currency }) => currency))].sort()
  return currencies.flatMap(currency =>
    REPORTS.map(by => ({
      name: `reports/${currency}-by-${by}.csv`,
      about: say('year.file.report', { by, currency }, voice),
      pieces: () => only(() => reportCsv(book, by, reportSet(book, { by, currency, ...daysOfYear(year) }))),
    })),
  )
}

function statementFiles({ book, year, statements, voice, print }: YearBasis, days: Period): readonly YearFile[] {
  if (statements === 'none') return []
  const contracts = movedIn(book, year)
  const statementFile = (name: string, about: string, request: StatementRequest): YearFile => ({
    name: `statements/${name}.pdf`,
    about,
    statement: request,
    pieces: () => only(() => print(request)),
  })
  if (statements === 'contract') {
    return contracts.map(({ id, title, client, freelancer }) =>
      statementFile(
        [id, safeName(title)].filter(Boolean).join('-'),
        say('year.file.contract', { title, client, freelancer }, voice),
        {
          contractId: id,
          ...days,
        },
      ),
    )
  }
  const taken = new Set<string>()
  return clientsOf(contracts).map(client => {
    const contractsOf = contracts.filter(state => partyKey(state.client) === partyKey(client)).length
    return statementFile(
      freeName(safeName(client) || 'client', taken),
      say('year.file.client', { client, contracts: contractsOf }, voice),
      { client, ...days },
    )
  })
}

/** A file name that no other file has, even on a file system that ignores case. */
function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}-${number}`
  taken.add(free.toLowerCase())
  return free
}

async function* textOf(
  { book, year, today, now }: YearBasis,
  format: ExportFormat,
): AsyncGenerator<string | Uint8Array> {
  for await (const { text } of exported(book, { format, ...daysOfYear(year), today, now })) yield text
}

async function* only<T>(make: () => T | Promise<T>): AsyncGenerator<T> {
  yield await make()
}
