import type { ChosenEncoding } from '../../../shared/reconcile/encodings.ts'
import type { CellWords, StatementFormat, StatementQuestion } from '../../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { accepted, type Outcome, refused } from '../../answers/outcome.ts'
import type { Slices } from '../../scheduling/slices.ts'
import { wordsAt } from './cell-words.ts'
import { formatOf, titleKey } from './formats.ts'
import { guessedByCells, guessedColumns } from './guess.ts'
import type { BadRow, GoodRow } from './row.ts'
import { readRows } from './rows.ts'
import type { Table } from './table.ts'

/** The rows of a table and the columns they were read by; all rows are `bad` while it asks. */
export interface RowsByColumns {
  readonly format: StatementFormat
  readonly recognised: StatementFormat | null
  readonly asks: StatementQuestion | null
  readonly columns: StatementColumns
  readonly words: CellWords
  readonly rows: readonly (GoodRow | BadRow)[]
}

/**
 * Reads the rows of a table by the given columns, or asks what only a person can say. `guessed` is
 * the encoding that the text was read by, if that is a guess. Refuses `unreadable-statement` for a
 * title that the file lacks.
 */
export async function rowsByColumns(
  table: Table,
  given: StatementColumns | undefined,
  guessed: ChosenEncoding | undefined,
  slices: Slices,
): Promise<Outcome<RowsByColumns>> {
  const { header } = table
  const missing = missingTitle(header, given)
  if (missing !== undefined)
    return refused({ code: 'unreadable-statement', variant: 'column', params: { title: missing }, field: 'columns' })
  const known = formatOf(header)
  const named =
    known === undefined ? { ...(namesColumns(given) ? {} : guessFor(table)), ...given } : { ...known.columns, ...given }
  const format = known?.format ?? 'columns'
  const isNamed = known !== undefined || (given?.date !== undefined && given.amount !== undefined)
  const first = firstQuestion(table, given, guessed)
  const read =
    first ?? (isNamed ? await readRows(table, format, named, slices) : ({ asks: 'columns', columns: {} } as const))
  const columns = read.asks === null ? named : { ...named, ...('columns' in read && read.columns) }
  return accepted({
    format,
    recognised: isNamed ? format : null,
    asks: read.asks,
    columns,
    words: { direction: wordsUnder(table, columns.direction), status: wordsUnder(table, columns.status) },
    rows: read.asks === null ? read.rows : table.rows.map(row => ({ ...row, problem: { key: 'statement.bad.asks' } })),
  })
}

/** A question about the file itself, before any about its columns. */
function firstQuestion(
  { titles, isDoubtful }: Table,
  given: StatementColumns | undefined,
  guessed: ChosenEncoding | undefined,
): { readonly asks: StatementQuestion; readonly columns: StatementColumns } | undefined {
  if (guessed !== undefined && given?.encoding !== guessed)
    return { asks: 'encoding', columns: { encoding: given?.encoding ?? guessed } }
  return isDoubtful && given?.date === undefined ? { asks: 'titles', columns: { titles } } : undefined
}

/** True if a mapping names a column, and does not only say how the file is read. */
export const namesColumns = (columns: StatementColumns | undefined): boolean =>
  Object.keys(columns ?? {}).some(role => !NO_TITLES.has(role))

/** The columns kept for a file, with what was said of how it is read now. */
export function mergedColumns(
  kept: StatementColumns | undefined,
  given: StatementColumns | undefined,
): StatementColumns | undefined {
  return kept === undefined && given === undefined ? undefined : { ...kept, ...given }
}

function guessFor(table: Table): StatementColumns {
  return table.titles === 0 ? { ...guessedByCells(table), titles: 0 } : guessedColumns(table.header, table.rows)
}

/** The different words of the column with a title; none without one. */
const wordsUnder = (table: Table, title: string | undefined): readonly string[] =>
  title === undefined ? [] : wordsAt(table, table.header.map(titleKey).indexOf(titleKey(title)))

/** The parts of a mapping that are no titles. */
const NO_TITLES: ReadonlySet<string> = new Set([
  'dateOrder',
  'decimalMark',
  'inCurrency',
  'directionOut',
  'statusDone',
  'titles',
  'encoding',
])

/** True if a mapping names columns, and all of them are among these titles. */
export const hasTitles = (titles: readonly string[], columns: StatementColumns | undefined): boolean =>
  columns !== undefined && missingTitle(titles, columns) === undefined

/** The first given title that the file lacks. */
function missingTitle(header: readonly string[], columns: StatementColumns = {}): string | undefined {
  const titles = new Set(header.map(titleKey))
  for (const [role, title] of Object.entries(columns))
    if (typeof title === 'string' && !NO_TITLES.has(role) && !titles.has(titleKey(title))) return title
  return undefined
}
