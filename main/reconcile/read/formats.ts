import { BOOKED, FIXED_HEADERS } from '../../../shared/reconcile/files/fixed-headers.ts'
import type { StatementFormat } from '../../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { CSV_COLUMNS } from '../../export/csv.ts'

/** A statement format, recognised by its column titles. */
interface KnownFormat {
  readonly format: Exclude<StatementFormat, 'columns'>
  /** All must be present; case is ignored. */
  readonly titles: readonly string[]
  readonly columns: StatementColumns
}

/**
 * The known headers (docs/reconcile.md), the one with the most titles first. Upwork's newer report
 * spells its titles in two ways.
 */
const KNOWN: readonly KnownFormat[] = [
  {
    format: 'escrowbook',
    titles: CSV_COLUMNS,
    columns: {
      date: 'Date',
      amount: 'To escrow',
      id: 'Entry',
      kind: 'Type',
      currency: 'Currency',
      dateOrder: 'year-month-day',
      decimalMark: 'point',
    },
  },
  {
    format: 'upwork',
    titles: ['Date', 'Transaction ID', 'Transaction type', 'Transaction summary', 'Freelancer', 'Amount $'],
    columns: {
      date: 'Date',
      amount: 'Amount $',
      id: 'Transaction ID',
      kind: 'Transaction type',
      description: 'Transaction summary',
      name: 'Freelancer',
      inCurrency: 'USD',
      decimalMark: 'point',
    },
  },
  {
    format: 'upwork-older',
    titles: ['Date', 'Ref ID', 'Type', 'Description', 'Freelancer', 'Team', 'Amount', 'Balance'],
    columns: {
      date: 'Date',
      amount: 'Amount',
      id: 'Ref ID',
      kind: 'Type',
      description: 'Description',
      name: 'Freelancer',
      inCurrency: 'USD',
      decimalMark: 'point',
    },
  },
  {
    format: 'paypal',
    titles: ['Date', 'Name', 'Type', 'Status', 'Currency', 'Gross', 'Fee', 'Net', 'Transaction ID'],
    columns: {
      date: 'Date',
      amount: 'Gross',
      id: 'Transaction ID',
      kind: 'Type',
      name: 'Name',
      fee: 'Fee',
      currency: 'Currency',
      status: 'Status',
    },
  },
]

/** The columns of a statement that was not delimited text, under its fixed header. */
const FIXED_COLUMNS: StatementColumns = {
  date: 'Day',
  amount: 'Amount',
  id: 'Id',
  kind: 'Type',
  description: 'Text',
  name: 'Party',
  currency: 'Currency',
  status: 'Status',
  statusDone: [BOOKED],
  dateOrder: 'year-month-day',
  decimalMark: 'point',
}

const FIXED: readonly KnownFormat[] = (['camt-053', 'ofx', 'mt940'] as const).map(format => ({
  format,
  titles: FIXED_HEADERS[format],
  columns: FIXED_COLUMNS,
}))

/** Normalises a title for comparison. */
export const titleKey = (title: string): string => title.trim().toLowerCase()

/** Returns the format with these titles, and its columns; undefined for any other header. */
export function formatOf(header: readonly string[]): KnownFormat | undefined {
  const titles = new Set(header.map(titleKey))
  return [...FIXED, ...KNOWN].find(known => known.titles.every(title => titles.has(titleKey(title))))
}

/** Titles in common exports, from which a person's own mapping starts. */
const GUESSES: Readonly<
  Record<
    | 'date'
    | 'amount'
    | 'id'
    | 'direction'
    | 'kind'
    | 'status'
    | 'description'
    | 'name'
    | 'fee'
    | 'currency'
    | 'balance',
    RegExp
  >
> = {
  date: /^(transaction |posting |booking |value |completed )?date|^datum|^buchungstag|^fecha|^data$/i,
  amount: /^(gross |net |transaction )?(amount|gross|betrag|montant|importe|sum|total)\b/i,
  id: /^(transaction|payment|reference|ref|trans)[ _.-]*(id|no|number|code)?$|\bid$/i,
  direction:
    /^(direction|richtung|sens|(dr|debit|soll|s|d|af)[ /.]*(cr|credit|haben|h|c|bij)|(cr|credit|c)[ /.]*(dr|debit|d))$/i,
  kind: /^(transaction |payment )?(type|kind|category)$/i,
  status: /^(status|state|zustand|statut|état|estado|stato)$/i,
  description: /^(description|details|memo|narrative|subject|verwendungszweck|summary)\b/i,
  name: /^(name|payee|payer|counterparty|client|freelancer|customer|beneficiary)\b/i,
  fee: /\bfees?\b/i,
  currency: /^(currency|ccy|währung)( code)?$/i,
  balance: /^(running |current |account )?(balance|saldo|solde)\b/i,
}

/** Titles of files that have separate columns for money in and money out. */
const CAME_IN = /^(credit|paid in|money in|amount in|deposits?|received|haben|gutschrift)\b/i
const PAID_OUT = /^(debit|paid out|money out|amount out|withdrawals?|soll|lastschrift)\b/i

/** Guesses the columns of an unknown header, for a person to confirm; never used unconfirmed. */
export function guessedColumns(header: readonly string[]): StatementColumns {
  const taken = new Set<string>()
  const guesses: Record<string, string> = {}
  const guess = (role: string, pattern: RegExp): void => {
    const title = header.find(each => pattern.test(each) && !taken.has(each))
    if (title === undefined) return
    taken.add(title)
    guesses[role] = title
  }
  for (const [role, pattern] of Object.entries(GUESSES)) guess(role, pattern)
  if (
    guesses['amount'] === undefined &&
    header.some(title => CAME_IN.test(title)) &&
    header.some(title => PAID_OUT.test(title))
  ) {
    guess('amount', CAME_IN)
    guess('amountOut', PAID_OUT)
  }
  return guesses
}
