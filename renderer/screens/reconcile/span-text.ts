import type { StatementMatch } from '../../../shared/reconcile/statement.ts'
import { fullDateText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'

/** Returns the first and last day of a statement in words; a dash if no row has a day. */
export function spanText({ from, to }: Pick<StatementMatch, 'from' | 'to'>): string {
  if (from === null || to === null) return '–'
  return from === to ? fullDateText(from) : words('reconcile.span', { from: fullDateText(from), to: fullDateText(to) })
}
