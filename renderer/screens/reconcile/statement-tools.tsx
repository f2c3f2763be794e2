import { ROW_STATES } from '../../../shared/reconcile/statement.ts'
import { Button } from '../../controls/button.tsx'
import { Choice } from '../../controls/choice.tsx'
import { words } from '../../words/say.tsx'
import styles from './reconcile.module.css'
import type { MatchedStatement, StatementList } from './statement.ts'
import { showList } from './statement-reading.ts'
import { tickMany } from './statement-ticks.ts'

/** Lists that need a decision come first, those that need nothing last. */
const ORDER = ['new', 'proposed', 'differs', 'matched', 'ignored', 'bad'] as const

/** The choice of a list, each with its count, and the buttons that tick many rows at once. */
export function StatementTools({ statement }: { statement: MatchedStatement }) {
  const { match, list } = statement
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
      {match.tickable.all === 0 ? null : <TickMany statement={statement} />}
    </div>
  )
}

/** The buttons that tick all rows, the sure ones or none; omits those that would change nothing. */
function TickMany({ statement: { match, ticks } }: { statement: MatchedStatement }) {
  const { base, plus, minus, edited } = ticks
  const { all, sure } = match.tickable
  const changed = plus.size + minus.size + edited.size > 0
  return (
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
  )
}
