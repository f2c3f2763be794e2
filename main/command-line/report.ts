import { querySchema } from '../../shared/api/queries.ts'
import { daysOfYear } from '../../shared/dates/period.ts'
import { formatAmount } from '../../shared/money/money.ts'
import { say } from '../../shared/words/say.ts'
import type { Book } from '../book/book.ts'
import { reportCsv } from '../export/report-csv.ts'
import { mustBeKnownCurrency } from '../queries/known-currency.ts'
import { type ReportSetRequest, reportSet, type SideReport } from '../queries/report-set.ts'
import { deliver } from './delivery.ts'
import { EXIT, type Exit } from './exit.ts'
import { flag, parsed, refusedBy, text, wholeNumber, wrongUse } from './options.ts'
import type { Context } from './surroundings.ts'
import { type Column, tableText } from './table.ts'
import { readingBook } from './with-book.ts'

/** Stands in for all currencies while parsing, because the schema requires one. */
const ANY = 'USD'

/** `report`: payments by month, year, party or contract, as a table, CSV or JSON. */
export async function report(context: Context): Promise<Exit> {
  const currency = text(context, 'currency')
  const year = text(context, 'year')
  const known = year === undefined ? undefined : parsed(querySchema, { type: 'year', year: wholeNumber(year) })
  if (known?.ok === false) return wrongUse(context, known.refusal)
  const wholeYear = year === undefined ? undefined : daysOfYear(Number(year))
  const days = { from: text(context, 'from') ?? wholeYear?.from, to: text(context, 'to') ?? wholeYear?.to }
  const query = parsed(querySchema, {
    type: 'report',
    by: text(context, 'by') ?? 'month',
    currency: currency ?? ANY,
    side: text(context, 'side'),
    ...days,
  })
  if (!query.ok) return wrongUse(context, query.refusal)
  const { value } = query
  if (value.type !== 'report') throw new Error('another query was asked')
  const { type: _, ...asked } = value
  return readingBook(context, async book => {
    const unknown = currency === undefined ? undefined : mustBeKnownCurrency(book, currency)
    if (unknown !== undefined) return refusedBy(context, unknown)
    return give(context, book, { ...asked, currency })
  })
}

async function give(context: Context, book: Book, request: ReportSetRequest): Promise<Exit> {
  const reports = reportSet(book, request)
  const { terminal } = context
  if (flag(context, 'csv')) return deliver(context, once(reportCsv(book, request.by, reports)))
  if (terminal.json && text(context, 'output') === undefined) {
    await terminal.answer(
      reports.map(({ report: found, ...of }) => ({ ...of, ...found })),
      '',
    )
    return EXIT.fine
  }
  const shown =
    reports.length === 0
      ? say('reports.nothing')
      : reports.map(each => sideText(each, context.around.locale)).join('\n\n')
  return deliver(context, once(`${shown}\n`))
}

async function* once(piece: string): AsyncGenerator<string> {
  yield piece
}

/** A report as lines of text under a heading, with the totals last. */
function sideText({ by, side, decimals, report: { currency, rows, totals } }: SideReport, locale: string): string {
  const figures = (name: 'gross' | 'fees' | 'net' | 'returned' | 'refunded'): Column => ({
    title: say(`reports.${name}`, { side }),
    figures: true,
  })
  const columns = [
    { title: say('reports.by-name', { by }), figures: false },
    ...(['gross', 'fees', 'net', 'returned', 'refunded'] as const).map(figures),
  ]
  const cells = (label: string, { gross, fees, net, returned, refunded }: SideReport['report']['totals']) => [
    label,
    ...[gross, fees, net, returned, refunded].map(amount => formatAmount(amount, decimals, locale)),
  ]
  const labelled = rows.map(row => cells(by === 'contract' ? `${row.key} ${row.label}` : row.label, row))
  return [
    say('terminal.report.title', { currency, side }),
    tableText(columns, [...labelled, cells(say('reports.total', { by: 'contract' }), totals)]),
  ].join('\n')
}
