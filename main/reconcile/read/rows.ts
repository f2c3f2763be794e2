import { decimalsOf } from '../../../shared/money/currencies.ts'
import type { StatementFormat, StatementQuestion } from '../../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { markOf } from '../../../shared/reconcile/written-amount.ts'
import { orderOf } from '../../../shared/reconcile/written-day.ts'
import type { Slices } from '../../scheduling/slices.ts'
import { directionIn } from './direction.ts'
import { titleKey } from './formats.ts'
import type { BadRow, GoodRow } from './row.ts'
import { type ColumnIndexes, RowReader } from './row-reader.ts'
import { statusIn } from './status.ts'
import type { Table, TableRow } from './table.ts'

/**
 * The rows of a statement in the file's order, or the question to answer before they can be read.
 */
export type ReadRows =
  | {
      readonly asks: StatementQuestion
      /** Columns to start the answer from. */
      readonly columns?: StatementColumns
    }
  | { readonly asks: null; readonly rows: readonly (GoodRow | BadRow)[] }

/** Columns that describe a row, other than those in a mapping. */
const MORE_TEXT = [
  'transaction summary details',
  'description 1',
  'description 2',
  'description 3',
  'subject',
  'item title',
  'note',
]
const MORE_NAMES = ['client team', 'team']
const MENTIONS = ['agency team', 'agency', 'account name']
const COMMON_CURRENCY = 'USD'

/**
 * Reads the rows of a table by its columns, in slices. Returns every row; an unreadable one has the
 * reason and the column.
 */
export async function readRows(
  table: Table,
  format: StatementFormat,
  columns: StatementColumns,
  slices: Slices,
): Promise<ReadRows> {
  const { header, rows } = table
  const keys = header.map(titleKey)
  const indexOf = (title: string | undefined): number => (title === undefined ? -1 : keys.indexOf(titleKey(title)))
  const indexes: ColumnIndexes = {
    date: indexOf(columns.date),
    amount: indexOf(columns.amount),
    amountOut: indexOf(columns.amountOut),
    id: indexOf(columns.id),
    kind: indexOf(columns.kind),
    description: indexOf(columns.description),
    name: indexOf(columns.name),
    fee: indexOf(columns.fee),
    currency: indexOf(columns.currency),
    direction: indexOf(columns.direction),
    status: indexOf(columns.status),
  }
  if (indexes.date < 0 || indexes.amount < 0) return { asks: 'columns' }
  if (indexes.currency < 0 && columns.inCurrency === undefined) return { asks: 'currency' }
  if (indexes.currency < 0 && decimalsOf(columns.inCurrency ?? '') === undefined) return { asks: 'currency' }
  const dateOrder = columns.dateOrder ?? orderOf(cellsAt(rows, indexes.date))
  if (dateOrder === undefined) return { asks: 'date-order' }
  const decimalMark =
    columns.decimalMark ?? markOf(amountsAt(rows, indexes), mostDecimals(rows, indexes.currency, columns.inCurrency))
  if (decimalMark === undefined) return { asks: 'decimal-mark' }
  const direction = directionIn(table, columns, {
    index: indexes.direction,
    taken: [indexes.date, indexes.amount, indexes.amountOut, indexes.id, indexes.currency],
    isUnsigned: () => isUnsigned(rows, indexes),
  })
  if (direction.asks) return { asks: 'direction', columns: direction.columns }
  const status = statusIn(table, columns, indexes.status)
  if (status.asks) return { asks: 'status', columns: status.columns }
  const reader = new RowReader(format, header, {
    indexes,
    dateOrder,
    decimalMark,
    inCurrency: columns.inCurrency,
    direction: direction.column,
    status: status.column,
    ref: keys.indexOf('ref id'),
    recordedAt: keys.indexOf('recorded at'),
    texts: MORE_TEXT.map(title => keys.indexOf(title)).filter(index => index >= 0),
    names: [indexes.name, ...MORE_NAMES.map(title => keys.indexOf(title))].filter(index => index >= 0),
    mentions: MENTIONS.map(title => keys.indexOf(title)).filter(index => index >= 0),
  })
  const read: (GoodRow | BadRow)[] = []
  for (const row of rows) {
    read.push(reader.read(row))
    if (slices.areOver) await slices.next()
  }
  return { asks: null, rows: read }
}

function* cellsAt(rows: readonly TableRow[], index: number): Generator<string> {
  for (const { cells } of rows) yield (cells[index] ?? '').trim()
}

/** All cells that should contain an amount. */
function* amountsAt(rows: readonly TableRow[], { amount, amountOut, fee }: ColumnIndexes): Generator<string> {
  for (const index of [amount, amountOut, fee]) if (index >= 0) yield* cellsAt(rows, index)
}

/** A sign before, behind or around an amount, or a ledger's mark behind it. */
const SIGN = /^\s*[-+−–(]|[-−–)]\s*$|(?:[CD][Rr]|\s[SHDC])\.?\s*$/

/** True if no amount of a file says which way it went. */
function isUnsigned(rows: readonly TableRow[], { amount, amountOut }: ColumnIndexes): boolean {
  if (amountOut >= 0) return false
  for (const cell of cellsAt(rows, amount)) if (SIGN.test(cell)) return false
  return true
}

function mostDecimals(rows: readonly TableRow[], index: number, inCurrency: string | undefined): number {
  const currencies = index < 0 ? [inCurrency ?? COMMON_CURRENCY] : [...new Set(cellsAt(rows, index))]
  return Math.max(2, ...currencies.map(currency => decimalsOf(currency) ?? 2))
}
