import type { StatementMatch } from '../../../shared/reconcile/statement.ts'
import { fullDateText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'

/** The first and the last day of a statement. */
export function spanText({ from, to }: Pick<StatementMatch, 'from' | 'to'>): string {
  if (from === null || to === null) return '–'
  return from === to ? fullDateText(from) : words('reconcile.span', { from: fullDateText(from), to: fullDateText(to) })
}
