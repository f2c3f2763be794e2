/**
 * The printed statements saved with a year: one for each contract on which money moved, one for
 * each of their clients, or none.
 */
export const YEAR_STATEMENTS = ['contract', 'client', 'none'] as const
/** See `YEAR_STATEMENTS`. */
export type YearStatements = (typeof YEAR_STATEMENTS)[number]
