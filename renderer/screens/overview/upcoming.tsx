import type { NamedDeadline } from '../../../shared/api/deadlines.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { Button } from '../../controls/button.tsx'
import { Deadline } from '../../controls/day.tsx'
import head from '../../controls/head.module.css'
import { ROW_TARGET, walkRows } from '../../controls/row-keys.ts'
import { choose } from '../../state/contracts.ts'
import { showOffer } from '../../state/deadline-offer.ts'
import { href } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'
import styles from './upcoming.module.css'

const SHOWN = 5

/** The nearest deadlines, each with the button that records it. */
export function Upcoming({ deadlines, today }: { deadlines: readonly NamedDeadline[] | null; today: IsoDate }) {
  const coming = (deadlines ?? []).filter(deadline => deadline.kind !== 'available')
  return (
    <section aria-labelledby="soon-heading">
      <div className={head['section']}>
        <h2 id="soon-heading">{words('soon.heading')}</h2>
      </div>
      {deadlines !== null && coming.length === 0 ? <p className={styles['nothing']}>{words('soon.nothing')}</p> : null}
      <ol className={styles['list']} onKeyDown={walkRows}>
        {coming.slice(0, SHOWN).map(deadline => (
          <Item
            key={`${deadline.contractId} ${deadline.kind} ${deadline.milestoneId ?? ''} ${deadline.on}`}
            deadline={deadline}
            today={today}
          />
        ))}
      </ol>
      {coming.length > SHOWN ? (
        <a
          className={styles['more']}
          href={href({ screen: 'contracts' })}
          onClick={() => choose({ sortBy: 'nextDeadline', descending: false })}
        >
          {words('soon.more', { count: coming.length - SHOWN })}
        </a>
      ) : null}
    </section>
  )
}

function Item({ deadline, today }: { deadline: NamedDeadline; today: IsoDate }) {
  const { contractId, contract, kind, on, offers } = deadline
  const readOnly = useStore(state => state.book?.readOnly === true)
  const action = words('soon.do', { overdue: deadline.overdue ? 'yes' : 'no', kind, side: contract.side })
  return (
    <li>
      <Deadline day={on} today={today} />
      <a className={styles['contract']} href={href({ screen: 'contract', contractId })} {...ROW_TARGET}>
        {contract.title}
      </a>
      <span className={styles['who']}>{words('soon.who', { who: whoActs(deadline) })}</span>
      <span className={styles['what']}>{deadline.label}</span>
      {offers === null ? null : (
        <Button
          small
          look={deadline.overdue ? 'line' : 'plain'}
          className={styles['do']}
          aria-disabled={readOnly}
          aria-label={words('soon.do-of', { do: action, contract: contract.title })}
          onClick={() => showOffer(deadline, offers)}
        >
          {action}
        </Button>
      )}
    </li>
  )
}

/**
 * The next to act: the platform, automatically; nobody, until a dispute is resolved; the other
 * party; or this person.
 */
function whoActs({ offers, kind, contract }: NamedDeadline): string {
  if (offers !== null) return 'itself'
  if (kind === 'review') return 'waiting'
  return kind === 'due' && contract.side === 'client' ? 'theirs' : 'yours'
}
