/**
 * What a year has a printed statement of: each contract on which money moved, each of their
 * clients, or nothing.
 */
export const YEAR_STATEMENTS = ['contract', 'client', 'none'] as const
/** See `YEAR_STATEMENTS`. */
export type YearStatements = (typeof YEAR_STATEMENTS)[number]

/**
 * What the query `year` answers: how many entries a year has, on how many contracts and of how many
 * clients money moved, and the years in which any did, the latest first.
 */
export interface YearContents {
  readonly year: number
  readonly years: readonly number[]
  readonly entries: number
  readonly contracts: number
  readonly clients: number
  readonly currencies: readonly string[]
}
