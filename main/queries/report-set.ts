import type { QueryOf, QueryValues } from '../../shared/api/queries.ts'
import type { ReportFigures } from '../../shared/api/reports.ts'
import type { Side } from '../../shared/contract/attributes.ts'
import type { Book } from '../book/book.ts'
import { reportOf } from './report.ts'
import { summaryRows } from './summary.ts'

/** A report in one currency from one side's view. Money in minor units. */
export interface SideReport {
  readonly by: QueryOf<'report'>['by']
  readonly side: Side
  readonly decimals: number
  readonly report: QueryValues['report']
}

/** The reports to make: of one currency and side, or of all. */
export type ReportSetRequest = Omit<QueryOf<'report'>, 'type' | 'currency'> & { readonly currency?: string | undefined }

const SIDES: readonly Side[] = ['client', 'freelancer']

/**
 * The reports of a book, one per currency and side, since payments made and received are never
 * added up. Omits rows without figures and reports without rows.
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
