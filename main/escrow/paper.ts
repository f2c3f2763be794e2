import type { Paper, PaperName } from '../../shared/contract/paper.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'

/**
 * True if a paper covers an entry of a contract on a day: one before its first day too, since that
 * is in the balance it brings forward.
 */
export function isCovered(
  { contracts, to }: Pick<Paper, 'contracts' | 'to'>,
  contractId: string,
  on: IsoDate,
): boolean {
  return on <= to && (contracts === null || contracts.includes(contractId))
}

/** A paper as an answer names it. */
export function paperName({ kind, name, from, to }: Paper): PaperName {
  return { kind, name, from, to }
}
