import Papa from 'papaparse'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import { MOST_ROWS } from '../../../shared/reconcile/files/limits.ts'
import { accepted, type Outcome, refused } from '../../answers/outcome.ts'
import type { Slices } from '../../scheduling/slices.ts'
import { lettersFor, tableHead } from './table-head.ts'

/** A row of a file: its first line number, from 1, and its cells unchanged. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A delimited file: its trimmed column titles, and the rows below that are not blank. */
export interface Table {
  readonly delimiter: string
  /** Letters, as spreadsheets have them, if the file has no titles. */
  readonly header: readonly string[]
  /** The line of the titles, from 1; 0 if the file has none. */
  readonly titles: number
  /** True if it is not clear where the titles are. */
  readonly isDoubtful: boolean
  readonly rows: readonly TableRow[]
}

/** The rows searched for titles: banks put lines of their own above them. */
const HEAD_ROWS = 200
const HEAD_LENGTH = 1 << 18
/** Papa Parse takes about 3 ms for a chunk of this length. */
const CHUNK_LENGTH = 1 << 17
/** An unclosed quote would swallow the rest of the file. */
const LONGEST_ROW = 1 << 20

/** The facts about a table that are known before it is read. */
export interface TableHints {
  /** The line of the titles as a person says, from 1; 0 for none. */
  readonly titles?: number | undefined
  /** True for titles that are known, by a format or from an earlier file. */
  isKnown?(titles: readonly string[]): boolean
}

/** Returns the refusal of a file for an error at a line and a column, both from 1. */
export function unreadable(
  variant: 'table' | 'quote' | 'rows' | 'too-many' | 'json' | 'markup',
  line: number,
  column: number,
): Refusal {
  return { code: 'unreadable-statement', variant, params: { line, column } }
}

/**
 * Parses text delimited by commas, semicolons, tabs or bars, in slices. `progress` is called with
 * the number of characters read. Refuses `unreadable-statement`, with line and column, for text
 * that is not a table, has no rows or more than 200,000, or has a misplaced quote.
 */
export async function readTable(
  text: string,
  slices: Slices,
  progress: (done: number, total: number) => void = () => undefined,
  hints: TableHints = {},
): Promise<Outcome<Table>> {
  // A file edited by two programs may mix line endings. Line numbers stay as they are.
  const whole = text.replace(/^\uFEFF/, '')
  const input = whole.includes('\r') ? whole.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : whole
  const [first] = input.trimStart()
  if (first === '{' || first === '<') return refused(unreadable(first === '{' ? 'json' : 'markup', 1, 1))
  const start = input.slice(0, HEAD_LENGTH)
  const head = tableHead(
    delimiter => Papa.parse<string[]>(start, { delimiter, newline: '\n', preview: HEAD_ROWS }).data,
    titles => hints.isKnown?.(titles.map(title => title.trim())) === true,
  )
  if (head === undefined) return refused(unreadable('table', 1, 1))
  const { delimiter } = head
  const hasTitles = hints.titles === undefined ? head.index >= 0 : hints.titles > 0
  const rows: TableRow[] = []
  let header = hasTitles ? undefined : lettersFor(head.width)
  let index = 0
  let headLine = hasTitles ? 1 : 0
  let line = 1
  let given = 0
  const failure = await inChunks(input, delimiter, async ({ data, errors, meta }) => {
    const [error] = errors
    for (const [i, cells] of data.entries()) {
      if (error !== undefined && i >= (error.row ?? 0)) break
      if (header !== undefined) {
        if (!isBlank(cells)) rows.push({ line, cells })
      } else if (hints.titles === undefined ? index === head.index : line === hints.titles) {
        header = cells.map(title => title.trim())
        headLine = line
      }
      index++
      line += linesOf(cells)
    }
    if (error !== undefined) return unreadable('quote', line, Math.max(1, data[error.row ?? 0]?.length ?? 1))
    if (rows.length > MOST_ROWS) return unreadable('too-many', line, 1)
    given = Math.min(given + CHUNK_LENGTH, input.length)
    if (given - meta.cursor > LONGEST_ROW) return unreadable('quote', line, 1)
    progress(given, input.length)
    await slices.next()
    return undefined
  })
  if (failure !== undefined) return refused(failure)
  if (header === undefined) return refused(unreadable('table', hints.titles ?? 1, 1))
  if (rows.length === 0) return refused(unreadable('rows', Math.max(1, headLine), 1))
  const isDoubtful = hints.titles === undefined && head.isDoubtful
  return accepted({ delimiter, header, titles: headLine, isDoubtful, rows })
}

type Piece = Papa.ParseResult<string[]>

/** Passes on one chunk after another, and stops at the first refusal, which it returns. */
function inChunks(
  input: string,
  delimiter: string,
  take: (piece: Piece) => Promise<Refusal | undefined>,
): Promise<Refusal | undefined> {
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(input, {
      delimiter,
      newline: '\n',
      chunkSize: CHUNK_LENGTH,
      chunk: (piece: Piece, parser: Papa.Parser) => {
        parser.pause()
        take(piece).then(refusal => {
          if (refusal === undefined) return parser.resume()
          // Resolve first: `abort` makes Papa Parse call `complete`.
          resolve(refusal)
          parser.abort()
        }, reject)
      },
      complete: () => resolve(undefined),
    })
  })
}

const isBlank = (cells: readonly string[]): boolean => cells.every(cell => cell === '' || cell.trim() === '')

/** The number of lines a row spans: a quoted cell may contain line breaks. */
function linesOf(cells: readonly string[]): number {
  let lines = 1
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines++
  return lines
}
