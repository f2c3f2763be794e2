import Papa from 'papaparse'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import { accepted, type Outcome, refused } from '../../answers/outcome.ts'
import type { Slices } from '../../scheduling/slices.ts'

/** A row of a file: the line it begins on, from 1, and its cells as they are. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * A delimited file: the titles of its columns, trimmed, and the rows below them that are not blank.
 */
export interface Table {
  readonly delimiter: string
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

const DELIMITERS = [',', ';', '\t', '|']
/** Banks put a few lines of their own above the titles. */
const HEAD_ROWS = 20
const HEAD_LENGTH = 1 << 16
/** Papa Parse takes some 3 ms for so much. */
const CHUNK_LENGTH = 1 << 17
/** A cell that is never closed would take in the rest of the file. */
const LONGEST_ROW = 1 << 20

/**
 * What has gone wrong in a file, at a line and a column, both from 1. Nothing of it is used then.
 */
export function unreadable(
  variant: 'table' | 'quote' | 'rows' | 'json' | 'markup',
  line: number,
  column: number,
): Refusal {
  return { code: 'unreadable-statement', variant, params: { line, column } }
}

/**
 * Reads a delimited text, with commas, semicolons, tabs or bars, by Papa Parse, a piece at a time;
 * other work has its turn in between. `told` hears how many of the characters are read. Refuses
 * `unreadable-statement`, with the line and the column, a text that is no table, has no row, or has
 * a quote out of place.
 */
export async function readTable(
  text: string,
  slices: Slices,
  told: (done: number, total: number) => void = () => undefined,
): Promise<Outcome<Table>> {
  // Line ends as one, for a file that two programs wrote has both kinds. Lines stay where they are.
  const whole = text.replace(/^\uFEFF/, '')
  const input = whole.includes('\r') ? whole.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : whole
  const [first] = input.trimStart()
  if (first === '{' || first === '<') return refused(unreadable(first === '{' ? 'json' : 'markup', 1, 1))
  const shape = shapeOf(input)
  if (shape === undefined) return refused(unreadable('table', 1, 1))
  const { delimiter, head } = shape
  const rows: TableRow[] = []
  let header: readonly string[] = []
  let place = 0
  let headLine = 1
  let line = 1
  let given = 0
  const failure = await inChunks(input, delimiter, async ({ data, errors, meta }) => {
    const [error] = errors
    for (const [i, cells] of data.entries()) {
      if (error !== undefined && i >= (error.row ?? 0)) break
      if (place === head) {
        header = cells.map(title => title.trim())
        headLine = line
      }
      if (place > head && !isBlank(cells)) rows.push({ line, cells })
      place++
      line += linesOf(cells)
    }
    if (error !== undefined) return unreadable('quote', line, Math.max(1, data[error.row ?? 0]?.length ?? 1))
    given = Math.min(given + CHUNK_LENGTH, input.length)
    if (given - meta.cursor > LONGEST_ROW) return unreadable('quote', line, 1)
    told(given, input.length)
    await slices.next()
    return undefined
  })
  if (failure !== undefined) return refused(failure)
  if (rows.length === 0) return refused(unreadable('rows', headLine, 1))
  return accepted({ delimiter, header, rows })
}

type Piece = Papa.ParseResult<string[]>

/**
 * Papa Parse hands over a piece, waits until it is taken, and goes on; what is taken may end it
 * with a refusal.
 */
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
          // Before it is stopped, for Papa Parse then says that it is complete.
          resolve(refusal)
          parser.abort()
        }, reject)
      },
      complete: () => resolve(undefined),
    })
  })
}

/**
 * The delimiter that makes the widest table, and which row of it has the titles: the first that is
 * about as wide as the widest. Undefined for what is no table.
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

/** How many lines of the file a row takes: a quoted cell may go over several. */
function linesOf(cells: readonly string[]): number {
  let lines = 1
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines++
  return lines
}
