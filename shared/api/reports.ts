import { z } from 'zod'
import type { Minor } from '../money/money.ts'
import { period } from './query-fields.ts'

/** The query for a report of one currency. */
export const reportQueries = [
  z.strictObject({
    type: z.literal('report'),
    by: z.enum(['month', 'year', 'client', 'freelancer', 'contract']),
    currency: z.string().max(200),
    side: z.enum(['client', 'freelancer']).optional(),
    ...period,
  }),
] as const

/** The answer to the query for a report. */
export interface ReportQueryValues {
  report: { readonly currency: string; readonly rows: readonly ReportRow[]; readonly totals: ReportFigures }
}

/**
 * The figures of a report, in minor units: gross = released + bonuses; net depends on the side that
 * keeps the contract.
 */
export interface ReportFigures {
  readonly gross: Minor
  readonly fees: Minor
  readonly net: Minor
  readonly returned: Minor
  readonly refunded: Minor
}

/** A row of a report: a month `2026-01`, a year `2026`, a party or a contract. */
export interface ReportRow extends ReportFigures {
  readonly key: string
  readonly label: string
}
