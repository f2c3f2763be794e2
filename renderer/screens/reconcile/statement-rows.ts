import type { StatementRow } from '../../../shared/reconcile/statement.ts'

/** The id of a line's element, for the table's active descendant. */
export const lineId = (index: number): string => `statement-line-${index}`

/** What a row is can be chosen where it is not in the book for sure. */
export function canBeEdited({ state, partOf }: StatementRow): boolean {
  return partOf === undefined && (state === 'new' || state === 'proposed')
}
