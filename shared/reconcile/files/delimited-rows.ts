import { type FileProblem, type FileText, unread } from './file-problem.ts'
import { LARGEST_STATEMENT_BYTES, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS } from './limits.ts'

const DELIMITER = '\t'

/**
 * Rows written as text delimited by tabs, one row a line, within the limits of a statement. The
 * text is then read like any delimited file.
 */
export class DelimitedRows {
  readonly #lines: string[] = []
  #length = 0
  #rows = 0
  #problem: FileProblem | undefined

  /** The limit that was passed; undefined while there is room. */
  get problem(): FileProblem | undefined {
    return this.#problem
  }

  /** The number of rows with a cell in them. */
  get rows(): number {
    return this.#rows
  }

  /** Adds a row. Line breaks and tabs in a cell become blanks, so that lines stay rows. */
  add(cells: readonly string[]): void {
    if (this.#problem !== undefined) return
    const line = cells.slice(0, MOST_COLUMNS).map(written).join(DELIMITER)
    this.#length += line.length + 1
    this.#rows++
    if (this.#rows > MOST_ROWS + 1) this.#stop('too-many-rows')
    else if (this.#length > LARGEST_STATEMENT_BYTES || cells.length > MOST_COLUMNS) this.#stop('too-large')
    else this.#lines.push(line)
  }

  /** Adds blank lines until the next row is on `line`, from 1. */
  skipTo(line: number): void {
    while (this.#problem === undefined && this.#lines.length < line - 1) {
      this.#lines.push('')
      this.#length++
    }
  }

  /** Returns the text, or the limit that was passed. */
  end(): FileText {
    return this.#problem === undefined ? { ok: true, text: `${this.#lines.join('\n')}\n` } : unread(this.#problem)
  }

  #stop(problem: FileProblem): void {
    this.#problem = problem
    this.#lines.length = 0
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not reach the text.
const BREAKING = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/g

function written(cell: string): string {
  const plain = cell.slice(0, LONGEST_CELL).replace(BREAKING, ' ')
  return plain.includes('"') ? `"${plain.replaceAll('"', '""')}"` : plain
}
