import type { StatementRow } from '../../../shared/reconcile/statement.ts'

/** Returns the id of a line's element, for the table's active descendant; `index` counts from 0. */
export const lineId = (index: number): string => `statement-line-${index}`

/** Returns true if the person can edit a row: not if it is certainly in the book. */
export function canBeEdited({ state, partOf }: StatementRow): boolean {
  return partOf === undefined && (state === 'new' || state === 'proposed')
}
