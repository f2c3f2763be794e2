import { DelimitedRows } from './delimited-rows.ts'
import type { FileProblem, FileText } from './file-problem.ts'
import { LONGEST_CELL, MOST_COLUMNS } from './limits.ts'
import { numberText, serialDay } from './xlsx-values.ts'
import type { XmlTaker } from './xml.ts'

/** The parts of the workbook that the cells of a sheet refer to. */
interface CellContext {
  readonly strings: readonly string[]
  /** For each style, if it shows a number as a day. */
  readonly styles: readonly boolean[]
  readonly countsFrom1904: boolean
}

const LAST_LINE = 1_048_576
const TABLE_ROWS = 2

/** Collects the rows of a sheet, each on the line of its number in the sheet. */
export class SheetRows implements XmlTaker {
  readonly #context: CellContext
  readonly #rows = new DelimitedRows()
  #tableRows = 0
  #line = 0
  #cells: string[] = []
  #column = -1
  #cell: { type: string; style: number } = { type: '', style: -1 }
  #value = ''
  #formula: string | undefined
  #takes: 'value' | 'formula' | undefined
  #isPronunciation = false
  #problem: FileProblem | undefined

  constructor(context: CellContext) {
    this.#context = context
  }

  /** The reason to go no further; undefined while there is none. */
  get problem(): FileProblem | undefined {
    return this.#problem ?? this.#rows.problem
  }

  /** True if at least two rows have two cells or more. */
  get isTable(): boolean {
    return this.#tableRows >= TABLE_ROWS
  }

  /** See `XmlTaker`. */
  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#beginRow(Number(attributes['r']))
    else if (name === 'c') this.#beginCell(attributes)
    else if (name === 'v' || (name === 't' && !this.#isPronunciation)) this.#takes = 'value'
    else if (name === 'rPh') this.#isPronunciation = true
    else if (name === 'f') {
      this.#takes = 'formula'
      this.#formula = ''
    }
  }

  /** See `XmlTaker`. */
  text(text: string): void {
    if (this.#takes === 'value' && this.#value.length < LONGEST_CELL) this.#value += text
    else if (this.#takes === 'formula') this.#formula = `${this.#formula ?? ''}${text}`.slice(0, LONGEST_CELL)
  }

  /** See `XmlTaker`. */
  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.#takes = undefined
    else if (name === 'rPh') this.#isPronunciation = false
    else if (name === 'c') this.#endCell()
    else if (name === 'row') this.#endRow()
  }

  /** Returns the rows. */
  end(): FileText {
    return this.#rows.end()
  }

  #beginRow(number: number): void {
    const isLater = Number.isSafeInteger(number) && number > this.#line
    this.#line = isLater ? number : this.#line + 1
    if (this.#line > LAST_LINE) this.#problem = 'damaged'
    this.#cells = []
    this.#column = -1
  }

  #beginCell(attributes: Readonly<Record<string, string>>): void {
    const named = columnOf(attributes['r'] ?? '')
    this.#column = named > this.#column ? named : this.#column + 1
    if (this.#column >= MOST_COLUMNS) this.#problem = 'too-large'
    this.#cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? -1) }
    this.#value = ''
    this.#formula = undefined
  }

  #endCell(): void {
    const text = this.#textOfCell()
    if (text === '' || this.#problem !== undefined) return
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = text
  }

  #textOfCell(): string {
    const { strings, styles, countsFrom1904 } = this.#context
    const value = this.#value
    // A program that computes nothing wrote it: what it would come to is not known.
    if (value === '' && this.#formula !== undefined) return `=${this.#formula}`
    switch (this.#cell.type) {
      case 's':
        return strings[Number(value)] ?? ''
      case 'n':
        if (value === '') return ''
        return (styles[this.#cell.style] === true ? serialDay(value, countsFrom1904) : undefined) ?? numberText(value)
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE'
      case 'd':
        return value.replace('T', ' ').replace(' 00:00:00', '')
      default:
        return value
    }
  }

  #endRow(): void {
    if (this.#cells.length === 0) return
    this.#rows.skipTo(this.#line)
    if (this.#cells.filter(cell => cell.trim() !== '').length >= 2) this.#tableRows++
    this.#rows.add(this.#cells)
    this.#cells = []
  }
}

/** The index of a cell's column, from 0, by its name (`BC12`); -1 without one. */
function columnOf(name: string): number {
  const letters = /^\$?([A-Z]{1,3})/.exec(name)?.[1]
  if (letters === undefined) return -1
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
