import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { decimalsOf } from '../../../shared/money/currencies.ts'
import { type Minor, minor, ZERO } from '../../../shared/money/money.ts'
import { LONGEST_CELL } from '../../../shared/reconcile/files/limits.ts'
import type { StatementFormat } from '../../../shared/reconcile/statement.ts'
import { amountIn, type DecimalMark } from '../../../shared/reconcile/written-amount.ts'
import { type DateOrder, dayIn } from '../../../shared/reconcile/written-day.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import type { Direction, DirectionColumn } from './direction.ts'
import type { BadRow, GoodRow } from './row.ts'
import { isId, RowIds } from './row-ids.ts'
import { namedKind, paypalKind, type RowKind, stripeKind, upworkKind } from './row-kinds.ts'
import type { StatusColumn } from './status.ts'
import type { TableRow } from './table.ts'

/** The column index of each part of a row, from 0; -1 if there is none. */
export type ColumnIndexes = Readonly<
  Record<
    | 'date'
    | 'amount'
    | 'amountOut'
    | 'id'
    | 'kind'
    | 'description'
    | 'name'
    | 'fee'
    | 'currency'
    | 'direction'
    | 'status',
    number
  >
>

/** The columns of a file, and the format of its days and amounts. */
export interface Reading {
  readonly indexes: ColumnIndexes
  readonly dateOrder: DateOrder
  readonly decimalMark: DecimalMark
  readonly inCurrency: string | undefined
  readonly direction: DirectionColumn | undefined
  readonly status: StatusColumn | undefined
  /** The columns of known formats, and extra columns that describe a row or name a party. */
  readonly ref: number
  readonly recordedAt: number
  readonly texts: readonly number[]
  readonly names: readonly number[]
  readonly mentions: readonly number[]
}

/** Reads the rows of one file, in order. */
export class RowReader {
  readonly #format: StatementFormat
  readonly #header: readonly string[]
  readonly #reading: Reading
  /** The number of columns up to the last title: some files end every line with a delimiter. */
  readonly #width: number
  readonly #ids = new RowIds()
  /** A cache: the same days recur. */
  readonly #days = new Map<string, IsoDate | undefined>()

  constructor(format: StatementFormat, header: readonly string[], reading: Reading) {
    this.#format = format
    this.#header = header
    this.#reading = reading
    this.#width = header.findLastIndex(title => title !== '') + 1
  }

  /** Reads a row. An unreadable one is returned with the reason and the column. */
  read({ line, cells }: TableRow): GoodRow | BadRow {
    const { indexes, decimalMark, inCurrency } = this.#reading
    const bad = (key: WordKey, index: number): BadRow => {
      const title = this.#header[index] ?? ''
      return {
        line,
        cells,
        problem: {
          key,
          params: {
            column: index + 1,
            title,
            text: shortened(cells[index] ?? ''),
            cells: cells.length,
            columns: this.#width,
          },
        },
      }
    }
    if (cells.length < this.#width) return bad('statement.bad.cut-off', cells.length - 1)
    const long = cells.findIndex(cell => cell.length > LONGEST_CELL)
    if (long >= 0) return bad('statement.bad.too-long', long)
    if (cells.slice(this.#header.length).some(cell => cell.trim() !== ''))
      return bad('statement.bad.too-many', this.#header.length)
    const on = this.#day((cells[indexes.date] ?? '').trim())
    if (on === undefined) return bad('statement.bad.date', indexes.date)
    const currency = indexes.currency < 0 ? (inCurrency ?? '') : (cells[indexes.currency] ?? '').trim().toUpperCase()
    const decimals = decimalsOf(currency)
    if (decimals === undefined) return bad('statement.bad.currency', indexes.currency)
    const read = (index: number): Minor | undefined => amountIn(cells[index] ?? '', decimals, decimalMark, currency)
    const isBlank = (index: number): boolean => (cells[index] ?? '').trim() === ''
    const hasTwo = indexes.amountOut >= 0
    const comesIn = hasTwo && isBlank(indexes.amount) ? ZERO : read(indexes.amount)
    if (comesIn === undefined) return bad('statement.bad.amount', indexes.amount)
    const goesOut = !hasTwo || isBlank(indexes.amountOut) ? ZERO : read(indexes.amountOut)
    if (goesOut === undefined) return bad('statement.bad.amount', indexes.amountOut)
    if (comesIn !== ZERO && goesOut !== ZERO) return bad('statement.bad.both', indexes.amountOut)
    const signed = goesOut === ZERO ? comesIn : minor(-Math.abs(goesOut))
    const direction = this.#directionOf(cells)
    if (direction === 'in' && signed < 0) return bad('statement.bad.direction', indexes.direction)
    const amount = direction === 'out' ? minor(-Math.abs(signed)) : signed
    const fee = isBlank(indexes.fee) ? null : read(indexes.fee)
    if (fee === undefined) return bad('statement.bad.amount', indexes.fee)
    const type = inOneLine(cells[indexes.kind])
    const id = this.#idOf(cells)
    return {
      line,
      cells,
      on,
      amount,
      currency,
      decimals,
      kind: direction === 'own' ? { ignored: 'statement.ignored.transfer' } : this.#kindOf(type, cells, amount),
      id: isId(id) ? id : this.#ids.of(cells),
      word: isId(id) ? id : '',
      type,
      text: this.#textOf(cells),
      names: namesAt(cells, this.#reading.names),
      mentions: namesAt(cells, this.#reading.mentions),
      fee: fee === null ? null : fee < 0 ? minor(-fee) : fee,
      refersTo: this.#format === 'upwork' ? (cells[this.#reading.ref] ?? '').trim() : '',
    }
  }

  /**
   * Entry numbers in Escrowbook's own CSV are unique only within a book; the time of recording
   * makes them unique everywhere.
   */
  #idOf(cells: readonly string[]): string {
    const id = (cells[this.#reading.indexes.id] ?? '').trim()
    return this.#format === 'escrowbook' ? `${cells[this.#reading.recordedAt] ?? ''} no. ${id}` : id
  }

  #day(text: string): IsoDate | undefined {
    if (this.#days.has(text)) return this.#days.get(text)
    const day = dayIn(text, this.#reading.dateOrder)
    this.#days.set(text, day)
    return day
  }

  #directionOf(cells: readonly string[]): Direction | undefined {
    const { direction } = this.#reading
    const word = direction === undefined ? '' : (cells[direction.index] ?? '').trim()
    return word === '' ? undefined : direction?.of(word)
  }

  #kindOf(type: string, cells: readonly string[], amount: Minor): RowKind {
    if (amount === ZERO && this.#format !== 'escrowbook') return { ignored: 'statement.ignored.zero' }
    const { status } = this.#reading
    if (status?.isDone(cells[status.index] ?? '') === false) return { ignored: 'statement.ignored.not-completed' }
    switch (this.#format) {
      case 'upwork':
      case 'upwork-older':
      case 'upwork-earnings':
        return upworkKind(type, amount)
      case 'paypal':
        return paypalKind(type, amount)
      case 'stripe':
        return stripeKind(type, amount)
      default:
        return namedKind(type, amount)
    }
  }

  #textOf(cells: readonly string[]): string {
    let text = inOneLine(cells[this.#reading.indexes.description])
    for (const index of this.#reading.texts) {
      const more = inOneLine(cells[index])
      if (more !== '') text = text === '' ? more : `${text}, ${more}`
    }
    return text
  }
}

function namesAt(cells: readonly string[], columns: readonly number[]): readonly string[] {
  const names: string[] = []
  for (const index of columns) {
    const name = inOneLine(cells[index])
    if (name !== '' && !names.includes(name)) names.push(name)
  }
  return names
}

/** Single blanks only: patterns that look around blanks take long over many of them. */
const inOneLine = (cell = ''): string => cell.replaceAll(/\s+/g, ' ').trim()

function shortened(text: string): string {
  const one = inOneLine(text.slice(0, LONGEST_CELL))
  return one.length > 40 ? `${one.slice(0, 40)}…` : one
}
