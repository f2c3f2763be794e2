import Papa from 'papaparse'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import { accepted, type Outcome, refused } from '../../answers/outcome.ts'
import type { Slices } from '../../scheduling/slices.ts'

/** A row of a file: its first line number, from 1, and its cells unchanged. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A delimited file: its trimmed column titles, and the rows below that are not blank. */
export interface Table {
  readonly delimiter: string
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

const DELIMITERS = [',', ';', '\t', '|']
/** The rows searched for titles: banks put lines of their own above them. */
const HEAD_ROWS = 20
const HEAD_LENGTH = 1 << 16
/** Papa Parse takes about 3 ms for a chunk of this length. */
const CHUNK_LENGTH = 1 << 17
/** An unclosed quote would swallow the rest of the file. */
const LONGEST_ROW = 1 << 20

/** Returns the refusal of a file for an error at a line and a column, both from 1. */
export function unreadable(
  variant: 'table' | 'quote' | 'rows' | 'json' | 'markup',
  line: number,
  column: number,
): Refusal {
  return { code: 'unreadable-statement', variant, params: { line, column } }
}

/**
 * Parses text delimited by commas, semicolons, tabs or bars, in slices. `progress` is called with
 * the number of characters read. Refuses `unreadable-statement`, with line and column, for text
 * that is not a table, has no rows, or has a misplaced quote.
 */
export async function readTable(
  text: string,
  slices: Slices,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Outcome<Table>> {
  // A file edited by two programs may mix line endings. Line numbers stay as they are.
  const whole = text.replace(/^\uFEFF/, '')
  const input = whole.includes('\r') ? whole.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : whole
  const [first] = input.trimStart()
  if (first === '{' || first === '<') return refused(unreadable(first === '{' ? 'json' : 'markup', 1, 1))
  const shape = shapeOf(input)
  if (shape === undefined) return refused(unreadable('table', 1, 1))
  const { delimiter, head } = shape
  const rows: TableRow[] = []
  let header: readonly string[] = []
  let index = 0
  let headLine = 1
  let line = 1
  let given = 0
  const failure = await inChunks(input, delimiter, async ({ data, errors, meta }) => {
    const [error] = errors
    for (const [i, cells] of data.entries()) {
      if (error !== undefined && i >= (error.row ?? 0)) break
      if (index === head) {
        header = cells.map(title => title.trim())
        headLine = line
      }
      if (index > head && !isBlank(cells)) rows.push({ line, cells })
      index++
      line += linesOf(cells)
    }
    if (error !== undefined) return unreadable('quote', line, Math.max(1, data[error.row ?? 0]?.length ?? 1))
    given = Math.min(given + CHUNK_LENGTH, input.length)
    if (given - meta.cursor > LONGEST_ROW) return unreadable('quote', line, 1)
    progress(given, input.length)
    await slices.next()
    return undefined
  })
  if (failure !== undefined) return refused(failure)
  if (rows.length === 0) return refused(unreadable('rows', headLine, 1))
  return accepted({ delimiter, header, rows })
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

/**
 * The delimiter that gives the widest table, and the row with the titles: the first row about as
 * wide as the widest. Undefined if there is no table.
 */
function shapeOf(input: string): { readonly delimiter: string; readonly head: number } | undefined {
  const start = input.slice(0, HEAD_LENGTH)
  const [best] = DELIMITERS.map(delimiter => {
    const { data } = Papa.parse<string[]>(start, { delimiter, newline: '\n', preview: HEAD_ROWS })
    const widths = data.map(cells => cells.filter(cell => cell.trim() !== '').length)
    return { delimiter, widths, widest: Math.max(...widths) }
  }).sort((one, other) => other.widest - one.widest)
  if (best === undefined || best.widest < 2) return undefined
  return { delimiter: best.delimiter, head: best.widths.findIndex(width => width >= 2 && width >= best.widest * 0.6) }
}

const isBlank = (cells: readonly string[]): boolean => cells.every(cell => cell === '' || cell.trim() === '')

/** The number of lines a row spans: a quoted cell may contain line breaks. */
function linesOf(cells: readonly string[]): number {
  let lines = 1
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines++
  return lines
}
