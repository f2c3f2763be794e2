import { createHash } from 'node:crypto'

const LONGEST_ID = 200
/** Spreadsheets keep fifteen digits of a number, and write zeros for the others. */
const ROUNDED = /^\d{15}0+$|^\d+(?:[.,]\d+)?e\+?\d+$/i
const PLACEHOLDER =
  /^(?:notprovided|not provided|nonref|none|null|nil|n\/?a|unknown|keine|k\.a\.|[^\p{L}\p{N}]*|0+|(.)\1+)$/iu

/** Begins the ids that are made from a row's cells, which no person and no platform gives. */
export const MADE_ID = 'row-'

/** True for an id that can tell one row from all others: no placeholder, and not rounded. */
export function isId(text: string): boolean {
  return text !== '' && text.length <= LONGEST_ID && !PLACEHOLDER.test(text) && !ROUNDED.test(text)
}

/** Makes ids from the cells of rows, so that the same row has the same id in every file. */
export class RowIds {
  /** The number of occurrences of each row, so that two equal rows stay two. */
  readonly #seen = new Map<string, number>()

  /** The id of a row; the second of two equal rows gets another. */
  of(cells: readonly string[]): string {
    const hash = createHash('sha256')
      .update(JSON.stringify(cells.map(cell => cell.trim())))
      .digest('hex')
      .slice(0, 16)
    const before = this.#seen.get(hash) ?? 0
    this.#seen.set(hash, before + 1)
    return before === 0 ? `${MADE_ID}${hash}` : `${MADE_ID}${hash}-${before + 1}`
  }
}
