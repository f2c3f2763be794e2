import { ROW_STATES, type StatementMatch } from '../../../shared/reconcile/statement.ts'
import { Button } from '../../controls/button.tsx'
import { Choice } from '../../controls/choice.tsx'
import { words } from '../../words/say.tsx'
import styles from './reconcile.module.css'
import { type StatementList, showList, useStatement } from './statement.ts'
import { tickMany } from './statement-ticks.ts'

/** The lists one works down come first, what needs nothing last. */
const ORDER = ['new', 'proposed', 'differs', 'matched', 'ignored', 'bad'] as const

/** Which rows are shown, each list with its count, and ticking many at once. */
export function StatementTools({ match }: { match: StatementMatch }) {
  const list = useStatement(state => state.list)
  const base = useStatement(state => state.base)
  const changed = useStatement(state => state.plus.size + state.minus.size + state.edited.size > 0)
  const counts: Record<StatementList, number> = {
    all: ROW_STATES.reduce((total, state) => total + match.moves[state], 0),
    ...match.moves,
    book: match.onlyInBookTotal,
  }
  const lists: StatementList[] = [
    'all',
    ...ORDER.filter(state => counts[state] > 0 || state === list),
    ...(counts.book > 0 || list === 'book' ? (['book'] as const) : []),
  ]
  const { all, sure } = match.tickable
  return (
    <div className={styles['tools']}>
      <Choice
        label={words('reconcile.filter')}
        options={lists.map(value => ({
          value,
          label: words('reconcile.state', { state: value, count: counts[value] }),
        }))}
        value={list}
        onChange={showList}
        small
      />
      {all === 0 ? null : (
        <span className={styles['many']}>
          {sure > 0 && (base !== 'sure' || changed) ? (
            <Button look="quiet" small onClick={() => tickMany('sure')}>
              {words('reconcile.tick-sure')}
            </Button>
          ) : null}
          {all > sure && (base !== 'all' || changed) ? (
            <Button look="quiet" small onClick={() => tickMany('all')}>
              {words('reconcile.tick-all')}
            </Button>
          ) : null}
          {base !== 'none' || changed ? (
            <Button look="quiet" small onClick={() => tickMany('none')}>
              {words('reconcile.tick-none')}
            </Button>
          ) : null}
        </span>
      )}
    </div>
  )
}
