import type { QueryOf, QueryValues } from '../../shared/api/queries.ts'
import type { ReportFigures } from '../../shared/api/reports.ts'
import type { Side } from '../../shared/contract/attributes.ts'
import type { Book } from '../book/book.ts'
import { reportOf } from './report.ts'
import { summaryRows } from './summary.ts'

/** A report of one currency as one side sees it. Money in minor units. */
export interface SideReport {
  readonly by: QueryOf<'report'>['by']
  readonly side: Side
  readonly decimals: number
  readonly report: QueryValues['report']
}

/** The requested reports: of one currency and side, or all there are. */
export type ReportSetRequest = Omit<QueryOf<'report'>, 'type' | 'currency'> & { readonly currency?: string | undefined }

const SIDES: readonly Side[] = ['client', 'freelancer']

/**
 * The reports of a book, a currency and a side each, for what pays and what is paid are never added
 * up. Those in which nothing moved are left out, and so are rows without figures.
 */
export function reportSet(book: Book, { currency, side, ...request }: ReportSetRequest): readonly SideReport[] {
  return summaryRows(book.contracts())
    .filter(row => currency === undefined || row.currency === currency)
    .flatMap(row =>
      SIDES.filter(each => side === undefined || each === side).map((each): SideReport => {
        const report = reportOf(book, { type: 'report', ...request, currency: row.currency, side: each })
        return {
          by: request.by,
          side: each,
          decimals: row.decimals,
          report: { ...report, rows: report.rows.filter(hasMoved) },
        }
      }),
    )
    .filter(({ report }) => report.rows.length > 0)
}

function hasMoved({ gross, fees, returned, refunded }: ReportFigures): boolean {
  return gross !== 0 || fees !== 0 || returned !== 0 || refunded !== 0
}
