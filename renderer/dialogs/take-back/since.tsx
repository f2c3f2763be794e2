import type { TakenBackView } from '../../../shared/api/taken-back.ts'
import { formatAmount, type Minor } from '../../../shared/money/money.ts'
import { LOCALE } from '../../words/locale.ts'
import { words } from '../../words/say.tsx'
import { listText } from './figures-table.tsx'
import styles from './take-back.module.css'

/** The entries that come back, change or stay when an import is taken back, and the ids that go. */
export function Since({ views }: { readonly views: readonly TakenBackView[] }) {
  const lines = [...views.flatMap(linesOf), ...restOf(views)]
  return lines.length === 0 ? null : (
    <ul className={styles['since']}>
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function linesOf({ returned, entries, contract: { decimals } }: TakenBackView): readonly string[] {
  const money = (amount: Minor): string => formatAmount(amount, decimals, LOCALE)
  return [
    ...returned.map(({ entry, label }) => words('take-back.returned', { entry, what: label })),
    ...entries.flatMap(({ entry, label, was, now, same }) =>
      now === null || same
        ? []
        : words('take-back.changed', { entry, what: label, was: money(was.gross), now: money(now.gross) }),
    ),
  ]
}

function restOf(views: readonly TakenBackView[]): readonly string[] {
  const same = views.flatMap(({ entries }) => entries).filter(each => each.same).length
  const annotated = views.flatMap(view => view.annotated).map(({ entry }) => entry)
  return [
    ...(same === 0 ? [] : [words('take-back.anew', { count: same })]),
    ...(annotated.length === 0
      ? []
      : [words('take-back.annotated', { count: annotated.length, numbers: listText(annotated) })]),
  ]
}
