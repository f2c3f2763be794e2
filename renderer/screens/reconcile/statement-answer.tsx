import { href } from '../../state/route.ts'
import { useTakenBack } from '../../state/take-back.ts'
import text from '../../theme/text.module.css'
import { Say, words } from '../../words/say.tsx'
import type { MatchedStatement } from './statement.ts'

/** A sentence about what was recorded, or about what remains to be decided. */
export function StatementAnswer({ statement: { match, applied } }: { statement: MatchedStatement }) {
  const isGone = useTakenBack(({ lines }) => lines.has(applied?.import ?? 0))
  if (applied !== null && applied.backup !== null && !isGone) {
    const { recorded, annotated, first, last } = applied
    return (
      <p className={text['answer']} role="status">
        {words('reconcile.done', { recorded, annotated, first: first ?? 0, last: last ?? 0 })}{' '}
        <a className={text['link']} href={href({ screen: 'settings', section: 'backups' })}>
          {words('reconcile.to-backups')}
        </a>
      </p>
    )
  }
  const { matched, proposed, differs, new: unknown } = match.moves
  const [elsewhere, open] = [match.onlyInBookElsewhere, proposed + differs + unknown]
  return (
    <p className={text['answer']}>
      <Say
        text="reconcile.answer"
        params={{ matched, proposed, differs, unknown, open, only: match.onlyInBookTotal - elsewhere, elsewhere }}
      />
    </p>
  )
}
