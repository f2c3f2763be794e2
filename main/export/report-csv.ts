import { toDecimals } from '../../shared/money/money.ts'
import type { Book } from '../book/book.ts'
import type { SideReport } from '../queries/report-set.ts'
import { csvRows, csvTitles, textCell } from './csv.ts'

/**
 * The titles, the same across versions: first the columns that identify a row, then its figures.
 */
const TITLES = {
  month: ['Month'],
  year: ['Year'],
  client: ['Client'],
  freelancer: ['Freelancer'],
  contract: ['Contract', 'Title', 'Client', 'Freelancer'],
} as const
const FIGURES = ['Currency', 'Side', 'Gross', 'Fees', 'Net', 'Returned', 'Refunded']

/**
 * Reports with the same grouping as one CSV file: one line per row, with its currency and side. No
 * totals row, which would be counted twice in the sum of a column.
 */
export function reportCsv(book: Book, by: SideReport['by'], reports: readonly SideReport[]): string {
  const rows = reports.flatMap(({ side, decimals, report }) =>
    report.rows.map(row => [
      ...labelCells(book, by, row),
      report.currency,
      side,
      ...[row.gross, row.fees, row.net, row.returned, row.refunded].map(amount => toDecimals(amount, decimals)),
    ]),
  )
  return csvTitles([...TITLES[by], ...FIGURES]) + (rows.length === 0 ? '' : csvRows(rows))
}

function labelCells(
  book: Book,
  by: SideReport['by'],
  { key, label }: SideReport['report']['rows'][number],
): readonly string[] {
  if (by !== 'contract') return [textCell(label)]
  const state = book.contract(key)
  return [key, textCell(label), textCell(state?.client ?? ''), textCell(state?.freelancer ?? '')]
}
