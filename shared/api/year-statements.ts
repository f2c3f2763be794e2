/**
 * The printed statements saved with a year: one per contract in which money moved, one per client
 * of these, or none.
 */
export const YEAR_STATEMENTS = ['contract', 'client', 'none'] as const
/** See `YEAR_STATEMENTS`. */
export type YearStatements = (typeof YEAR_STATEMENTS)[number]
