import { BOOKED, FIXED_HEADERS } from '../../../shared/reconcile/files/fixed-headers.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { CSV_COLUMNS } from '../../export/csv.ts'
import { type KnownFormat, PLATFORM_FORMATS } from './platform-formats.ts'

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
  ...PLATFORM_FORMATS,
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
