import { createHash } from 'node:crypto'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { decimalsOf } from '../../../shared/money/currencies.ts'
import { type Minor, minor, ZERO } from '../../../shared/money/money.ts'
import type { StatementFormat } from '../../../shared/reconcile/statement.ts'
import { amountIn, type DecimalMark } from '../../../shared/reconcile/written-amount.ts'
import { type DateOrder, dayIn } from '../../../shared/reconcile/written-day.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import type { BadRow, GoodRow } from './row.ts'
import { namedKind, paypalKind, type RowKind, upworkKind } from './row-kinds.ts'
import type { TableRow } from './table.ts'

/** Where the parts of a row stand; -1 where there is no such column. */
export type Places = Readonly<
  Record<'date' | 'amount' | 'amountOut' | 'id' | 'kind' | 'description' | 'name' | 'fee' | 'currency', number>
>

const LONGEST_ID = 200

/**
 * How the rows of a file are read: where their parts stand, and how days and amounts are written.
 */
export interface Reading {
  readonly places: Places
  readonly dateOrder: DateOrder
  readonly decimalMark: DecimalMark
  readonly inCurrency: string | undefined
  readonly status: number
  readonly ref: number
  readonly recordedAt: number
  readonly texts: readonly number[]
  readonly names: readonly number[]
}

/** Reads the rows of one file, one after another. */
export class RowReader {
  readonly #format: StatementFormat
  readonly #header: readonly string[]
  readonly #reading: Reading
  /**
   * How many columns have a title: some files end each line with one delimiter more than others.
   */
  readonly #width: number
  /** How often each row without an id came so far: two equal ones stay two. */
  readonly #seen = new Map<string, number>()
  /** Days come many times over. */
  readonly #days = new Map<string, IsoDate | undefined>()

  constructor(format: StatementFormat, header: readonly string[], reading: Reading) {
    this.#format = format
    this.#header = header
    this.#reading = reading
    this.#width = header.findLastIndex(title => title !== '') + 1
  }

  /** A row as it is, or the reason why it cannot be read, with the column. */
  read({ line, cells }: TableRow): GoodRow | BadRow {
    const { places, decimalMark, inCurrency } = this.#reading
    const bad = (key: WordKey, place: number): BadRow => {
      const title = this.#header[place] ?? ''
      return {
        line,
        cells,
        problem: {
          key,
          params: {
            column: place + 1,
            title,
            text: shortened(cells[place] ?? ''),
            cells: cells.length,
            columns: this.#width,
          },
        },
      }
    }
    if (cells.length < this.#width) return bad('statement.bad.cut-off', cells.length)
    if (cells.slice(this.#header.length).some(cell => cell.trim() !== ''))
      return bad('statement.bad.too-many', this.#header.length)
    const on = this.#day((cells[places.date] ?? '').trim())
    if (on === undefined) return bad('statement.bad.date', places.date)
    const currency = places.currency < 0 ? (inCurrency ?? '') : (cells[places.currency] ?? '').trim().toUpperCase()
    const decimals = decimalsOf(currency)
    if (decimals === undefined) return bad('statement.bad.currency', places.currency)
    const read = (place: number): Minor | undefined => amountIn(cells[place] ?? '', decimals, decimalMark, currency)
    const isBlank = (place: number): boolean => (cells[place] ?? '').trim() === ''
    const hasTwo = places.amountOut >= 0
    const comesIn = hasTwo && isBlank(places.amount) ? ZERO : read(places.amount)
    if (comesIn === undefined) return bad('statement.bad.amount', places.amount)
    const goesOut = !hasTwo || isBlank(places.amountOut) ? ZERO : read(places.amountOut)
    if (goesOut === undefined) return bad('statement.bad.amount', places.amountOut)
    if (comesIn !== ZERO && goesOut !== ZERO) return bad('statement.bad.both', places.amountOut)
    const amount = goesOut === ZERO ? comesIn : minor(-Math.abs(goesOut))
    const fee = isBlank(places.fee) ? null : read(places.fee)
    if (fee === undefined) return bad('statement.bad.amount', places.fee)
    const type = (cells[places.kind] ?? '').trim()
    const id = this.#idOf(cells)
    const hasOwnId = id !== '' && id.length <= LONGEST_ID
    return {
      line,
      cells,
      on,
      amount,
      currency,
      decimals,
      kind: this.#kindOf(type, cells, amount),
      id: hasOwnId ? id : this.#madeUpId(cells),
      hasOwnId,
      type,
      text: this.#textOf(cells),
      names: this.#namesIn(cells),
      fee: fee === null ? null : fee < 0 ? minor(-fee) : fee,
      refersTo: this.#format === 'upwork' ? (cells[this.#reading.ref] ?? '').trim() : '',
    }
  }

  /**
   * The entry numbers of our own CSV are those of one book; with the moment an entry was recorded
   * there they name it anywhere.
   */
  #idOf(cells: readonly string[]): string {
    const id = (cells[this.#reading.places.id] ?? '').trim()
    return this.#format === 'escrowbook' ? `${cells[this.#reading.recordedAt] ?? ''} no. ${id}` : id
  }

  #day(text: string): IsoDate | undefined {
    if (this.#days.has(text)) return this.#days.get(text)
    const day = dayIn(text, this.#reading.dateOrder)
    this.#days.set(text, day)
    return day
  }

  #kindOf(type: string, cells: readonly string[], amount: Minor): RowKind {
    if (amount === ZERO && this.#format !== 'escrowbook') return { ignored: 'statement.ignored.zero' }
    switch (this.#format) {
      case 'upwork':
      case 'upwork-older':
        return upworkKind(type, amount)
      case 'paypal':
        return paypalKind(type, cells[this.#reading.status] ?? '', amount)
      default:
        return namedKind(type, amount)
    }
  }

  #namesIn(cells: readonly string[]): readonly string[] {
    const names: string[] = []
    for (const place of this.#reading.names) {
      const name = (cells[place] ?? '').trim()
      if (name !== '' && !names.includes(name)) names.push(name)
    }
    return names
  }

  #textOf(cells: readonly string[]): string {
    let text = (cells[this.#reading.places.description] ?? '').trim()
    for (const place of this.#reading.texts) {
      const more = (cells[place] ?? '').trim()
      if (more !== '') text = text === '' ? more : `${text}, ${more}`
    }
    return text
  }

  /**
   * The same row has the same id whenever the file, or a later one, is read; the second of two
   * equal rows has another.
   */
  #madeUpId(cells: readonly string[]): string {
    const hash = createHash('sha256')
      .update(JSON.stringify(cells.map(cell => cell.trim())))
      .digest('hex')
      .slice(0, 16)
    const before = this.#seen.get(hash) ?? 0
    this.#seen.set(hash, before + 1)
    return before === 0 ? `row-${hash}` : `row-${hash}-${before + 1}`
  }
}

function shortened(text: string): string {
  const one = text.replaceAll(/\s+/g, ' ').trim()
  return one.length > 40 ? `${one.slice(0, 40)}…` : one
}
