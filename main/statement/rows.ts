import { createHash } from 'node:crypto'
import type { IsoDate } from '../../shared/calendar.ts'
import { decimalsOf } from '../../shared/currencies.ts'
import { type Minor, minor, ZERO } from '../../shared/money.ts'
import type { Parameter } from '../../shared/refusals.ts'
import type { StatementColumns, StatementFormat, StatementQuestion } from '../../shared/statement.ts'
import type { WordKey } from '../../shared/words/catalogue.ts'
import { amountIn, type DecimalMark, markOf } from '../../shared/written-amount.ts'
import { type DateOrder, dayIn, orderOf } from '../../shared/written-day.ts'
import { titleKey } from './formats.ts'
import { namedKind, paypalKind, type RowKind, upworkKind } from './row-kinds.ts'
import type { Slices } from './slices.ts'
import type { Table, TableRow } from './table.ts'

/** A sentence of the catalogue that is not said yet. */
export interface Note {
  readonly key: WordKey
  readonly params?: Readonly<Record<string, Parameter>>
}

/** A row that could be read. `names` are those of parties and contracts; `fee` as the row itself tells it, else null. */
export interface GoodRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly on: IsoDate
  readonly amount: Minor
  readonly currency: string
  readonly decimals: number
  readonly kind: RowKind
  readonly id: string
  /** False where the file has no id and ours is made of the row itself. */
  readonly hasOwnId: boolean
  readonly type: string
  readonly text: string
  readonly names: readonly string[]
  readonly fee: Minor | null
  /** The id of another row that it speaks of; empty where there is none. */
  readonly refersTo: string
}

/** A row that could not be read, and why. */
export interface BadRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly problem: Note
}

/** The rows of a statement, in the file's order; or what must be said before they can be read. */
export type ReadRows = { readonly asks: StatementQuestion } | { readonly asks: null; readonly rows: readonly (GoodRow | BadRow)[] }

/** Whether a row could be read. */
export const isGood = (row: GoodRow | BadRow): row is GoodRow => !('problem' in row)

/** Where the parts of a row stand; -1 where there is no such column. */
type Places = Readonly<Record<'date' | 'amount' | 'id' | 'kind' | 'description' | 'name' | 'fee' | 'currency', number>>

/** Columns beyond those of a mapping that tell more of what a row is about. */
const MORE_TEXT = ['transaction summary details', 'description 1', 'description 2', 'description 3', 'subject', 'item title', 'note']
const MORE_NAMES = ['client team', 'team', 'agency team', 'agency', 'account name']
const COMMON_CURRENCY = 'USD'
const LONGEST_ID = 200

/** Reads the rows of a table by its columns; other work has its turn in between. Every row comes back, those that cannot be read with the reason and the column. */
export async function readRows(table: Table, format: StatementFormat, columns: StatementColumns, slices: Slices): Promise<ReadRows> {
  const { header, rows } = table
  const keys = header.map(titleKey)
  const placeOf = (title: string | undefined): number => (title === undefined ? -1 : keys.indexOf(titleKey(title)))
  const places: Places = {
    date: placeOf(columns.date),
    amount: placeOf(columns.amount),
    id: placeOf(columns.id),
    kind: placeOf(columns.kind),
    description: placeOf(columns.description),
    name: placeOf(columns.name),
    fee: placeOf(columns.fee),
    currency: placeOf(columns.currency),
  }
  if (places.date < 0 || places.amount < 0) return { asks: 'columns' }
  if (places.currency < 0 && columns.inCurrency === undefined) return { asks: 'currency' }
  if (places.currency < 0 && decimalsOf(columns.inCurrency ?? '') === undefined) return { asks: 'currency' }
  const dateOrder = columns.dateOrder ?? orderOf(cellsAt(rows, places.date))
  if (dateOrder === undefined) return { asks: 'date-order' }
  const decimalMark = columns.decimalMark ?? markOf(cellsAt(rows, places.amount), mostDecimals(rows, places.currency, columns.inCurrency))
  if (decimalMark === undefined) return { asks: 'decimal-mark' }
  const reader = new RowReader(format, header, {
    places,
    dateOrder,
    decimalMark,
    inCurrency: columns.inCurrency,
    status: keys.indexOf('status'),
    ref: keys.indexOf('ref id'),
    recordedAt: keys.indexOf('recorded at'),
    texts: MORE_TEXT.map(title => keys.indexOf(title)).filter(place => place >= 0),
    names: [places.name, ...MORE_NAMES.map(title => keys.indexOf(title))].filter(place => place >= 0),
  })
  const read: (GoodRow | BadRow)[] = []
  for (const row of rows) {
    read.push(reader.read(row))
    if (slices.areOver) await slices.next()
  }
  return { asks: null, rows: read }
}

function* cellsAt(rows: readonly TableRow[], place: number): Generator<string> {
  for (const { cells } of rows) yield (cells[place] ?? '').trim()
}

function mostDecimals(rows: readonly TableRow[], place: number, inCurrency: string | undefined): number {
  const currencies = place < 0 ? [inCurrency ?? COMMON_CURRENCY] : [...new Set(cellsAt(rows, place))]
  return Math.max(2, ...currencies.map(currency => decimalsOf(currency) ?? 2))
}

interface Reading {
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

class RowReader {
  readonly #format: StatementFormat
  readonly #header: readonly string[]
  readonly #reading: Reading
  /** How often each row without an id came so far: two equal ones stay two. */
  readonly #seen = new Map<string, number>()
  /** Days come many times over. */
  readonly #days = new Map<string, IsoDate | undefined>()

  constructor(format: StatementFormat, header: readonly string[], reading: Reading) {
    this.#format = format
    this.#header = header
    this.#reading = reading
  }

  read({ line, cells }: TableRow): GoodRow | BadRow {
    const { places, decimalMark, inCurrency } = this.#reading
    const bad = (key: WordKey, place: number): BadRow => {
      const title = this.#header[place] ?? ''
      return {
        line,
        cells,
        problem: { key, params: { column: place + 1, title, text: shortened(cells[place] ?? ''), cells: cells.length, columns: this.#header.length } },
      }
    }
    if (cells.length < this.#header.length) return bad('statement.bad.cut-off', cells.length)
    if (cells.slice(this.#header.length).some(cell => cell.trim() !== '')) return bad('statement.bad.too-many', this.#header.length)
    const on = this.#day((cells[places.date] ?? '').trim())
    if (on === undefined) return bad('statement.bad.date', places.date)
    const currency = places.currency < 0 ? (inCurrency ?? '') : (cells[places.currency] ?? '').trim().toUpperCase()
    const decimals = decimalsOf(currency)
    if (decimals === undefined) return bad('statement.bad.currency', places.currency)
    const amount = amountIn(cells[places.amount] ?? '', decimals, decimalMark)
    if (amount === undefined) return bad('statement.bad.amount', places.amount)
    const feeText = (cells[places.fee] ?? '').trim()
    const fee = feeText === '' ? null : amountIn(feeText, decimals, decimalMark)
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

  /** The entry numbers of our own CSV are those of one book; with the moment an entry was recorded there they name it anywhere. */
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

  /** The same row has the same id whenever the file, or a later one, is read; the second of two equal rows has another. */
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
