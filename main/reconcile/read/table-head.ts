import { isAmount, isDay } from './cell-kinds.ts'
import { guessedColumns } from './guess.ts'

/** The place of the titles in a delimited text. */
export interface TableHead {
  readonly delimiter: string
  /** The index of the row with the titles; -1 if the first row is a payment already. */
  readonly index: number
  /** The number of columns of most rows. */
  readonly width: number
  /** True if another row may hold the titles. */
  readonly isDoubtful: boolean
}

/** Rows with cells. */
type Rows = readonly (readonly string[])[]

const DELIMITERS = [',', ';', '\t', '|']
/** The part of the widest row that a row of titles fills. */
const FILLED = 0.6

/**
 * Finds delimiter and titles in the first rows of a text, which `parse` splits. The titles are in
 * the first row whose titles are known (`isKnown`), else in the first that names a day and an
 * amount, else in the first about as wide as the widest. Undefined if there is no table.
 */
export function tableHead(
  parse: (delimiter: string) => Rows,
  isKnown: (titles: readonly string[]) => boolean,
): TableHead | undefined {
  const [best] = DELIMITERS.map(delimiter => {
    const rows = parse(delimiter)
    return { delimiter, rows, ...regularity(rows) }
  }).sort((one, other) => other.score - one.score)
  if (best === undefined || best.width < 2) return undefined
  const { delimiter, rows, width } = best
  const filled = rows.map(cells => cells.filter(cell => cell.trim() !== '').length)
  const known = rows.findIndex((cells, i) => (filled[i] ?? 0) >= 2 && isKnown(cells))
  if (known >= 0) return { delimiter, index: known, width, isDoubtful: false }
  const titled = rows.findIndex(namesDayAndAmount)
  if (titled >= 0) return { delimiter, index: titled, width, isDoubtful: false }
  const widest = Math.max(...filled)
  const first = filled.findIndex(count => count >= 2 && count >= widest * FILLED)
  const cells = rows[first] ?? []
  if (isPayment(cells)) return { delimiter, index: -1, width: cells.length, isDoubtful: false }
  return { delimiter, index: first, width, isDoubtful: cells.some(isDay) || cells.length < width - 1 }
}

/**
 * The width that most cells are in rows of: another delimiter than the file's own splits rows into
 * different numbers of parts.
 */
function regularity(rows: Rows): { readonly width: number; readonly score: number } {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  let [width, score] = [1, 0]
  for (const [length, count] of counts) {
    const weight = count * (length - 1)
    if (weight > score) [width, score] = [length, weight]
  }
  return { width, score }
}

function namesDayAndAmount(cells: readonly string[]): boolean {
  if (cells.some(isDay)) return false
  const { date, amount } = guessedColumns(cells.map(cell => cell.trim()))
  return date !== undefined && amount !== undefined
}

/** True for a row that has a day and, in another cell, an amount. */
function isPayment(cells: readonly string[]): boolean {
  const day = cells.findIndex(isDay)
  return day >= 0 && cells.some((cell, index) => index !== day && !isDay(cell) && isAmount(cell))
}

/** The titles of columns that have none: letters, as spreadsheets have them. */
export function lettersFor(width: number): readonly string[] {
  return Array.from({ length: width }, (_, index) => letters(index))
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`
}
