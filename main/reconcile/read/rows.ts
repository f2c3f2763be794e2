import { decimalsOf } from '../../../shared/money/currencies.ts'
import type { StatementFormat, StatementQuestion } from '../../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { markOf } from '../../../shared/reconcile/written-amount.ts'
import { orderOf } from '../../../shared/reconcile/written-day.ts'
import type { Slices } from '../../scheduling/slices.ts'
import { titleKey } from './formats.ts'
import type { BadRow, GoodRow } from './row.ts'
import { type Places, RowReader } from './row-reader.ts'
import type { Table, TableRow } from './table.ts'

/** The rows of a statement, in the file's order; or what must be said before they can be read. */
export type ReadRows =
  | { readonly asks: StatementQuestion }
  | { readonly asks: null; readonly rows: readonly (GoodRow | BadRow)[] }

/** Columns beyond those of a mapping that tell more of what a row is about. */
const MORE_TEXT = [
  'transaction summary details',
  'description 1',
  'description 2',
  'description 3',
  'subject',
  'item title',
  'note',
]
const MORE_NAMES = ['client team', 'team', 'agency team', 'agency', 'account name']
const COMMON_CURRENCY = 'USD'

/**
 * Reads the rows of a table by its columns; other work has its turn in between. Every row comes
 * back, those that cannot be read with the reason and the column.
 */
export async function readRows(
  table: Table,
  format: StatementFormat,
  columns: StatementColumns,
  slices: Slices,
): Promise<ReadRows> {
  const { header, rows } = table
  const keys = header.map(titleKey)
  const placeOf = (title: string | undefined): number => (title === undefined ? -1 : keys.indexOf(titleKey(title)))
  const places: Places = {
    date: placeOf(columns.date),
    amount: placeOf(columns.amount),
    amountOut: placeOf(columns.amountOut),
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
  const decimalMark =
    columns.decimalMark ?? markOf(amountsAt(rows, places), mostDecimals(rows, places.currency, columns.inCurrency))
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

/** Every cell that should be an amount. */
function* amountsAt(rows: readonly TableRow[], { amount, amountOut, fee }: Places): Generator<string> {
  for (const place of [amount, amountOut, fee]) if (place >= 0) yield* cellsAt(rows, place)
}

function mostDecimals(rows: readonly TableRow[], place: number, inCurrency: string | undefined): number {
  const currencies = place < 0 ? [inCurrency ?? COMMON_CURRENCY] : [...new Set(cellsAt(rows, place))]
  return Math.max(2, ...currencies.map(currency => decimalsOf(currency) ?? 2))
}
