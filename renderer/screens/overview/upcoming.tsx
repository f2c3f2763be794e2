import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { Button } from '../../controls/button.tsx'
import { Deadline } from '../../controls/day.tsx'
import head from '../../controls/head.module.css'
import { ROW_TARGET, walkRows } from '../../controls/row-keys.ts'
import { type ContractNames, useContractNames } from '../../state/contract-names.ts'
import { choose } from '../../state/contracts.ts'
import { showOffer } from '../../state/deadline-offer.ts'
import { href } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'
import styles from './upcoming.module.css'
import type { DatedDeadline } from './use-deadlines.ts'

const SHOWN = 5

/** What is due and what happens by itself, the nearest first, each with what records it. */
export function Upcoming({ deadlines, today }: { deadlines: readonly DatedDeadline[] | null; today: IsoDate }) {
  const coming = (deadlines ?? []).filter(({ deadline }) => deadline.kind !== 'available')
  const shown = coming.slice(0, SHOWN)
  const names = useContractNames([...new Set(shown.map(({ contract }) => contract.id))])
  return (
    <section aria-labelledby="soon-heading">
      <div className={head['section']}>
        <h2 id="soon-heading">{words('soon.heading')}</h2>
      </div>
      {deadlines !== null && coming.length === 0 ? <p className={styles['nothing']}>{words('soon.nothing')}</p> : null}
      <ol className={styles['list']} onKeyDown={walkRows}>
        {shown.map(dated => (
          <Item
            key={`${dated.deadline.contractId} ${dated.deadline.kind} ${dated.deadline.milestoneId ?? ''} ${dated.deadline.on}`}
            dated={dated}
            names={names[dated.contract.id]}
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

interface ItemProps {
  readonly dated: DatedDeadline
  /** Undefined until they have been read. */
  readonly names: ContractNames | undefined
  readonly today: IsoDate
}

function Item({ dated, names, today }: ItemProps) {
  const { deadline, contract } = dated
  const { kind, on, amount, offers, milestoneId } = deadline
  const readOnly = useStore(state => state.book?.readOnly === true)
  const side = names?.side ?? 'client'
  const overdue = deadline.overdue ? 'yes' : 'no'
  const who =
    offers !== null
      ? 'itself'
      : kind === 'review'
        ? 'waiting'
        : kind === 'due' && side === 'client'
          ? 'theirs'
          : 'yours'
  const milestone = (milestoneId === undefined ? undefined : names?.milestones[milestoneId]) ?? contract.title
  const { currency, client, freelancer, decimals } = contract
  const label = words('soon.do', { overdue, kind, side })
  return (
    <li>
      <Deadline day={on} today={today} />
      <a className={styles['contract']} href={href({ screen: 'contract', contractId: contract.id })} {...ROW_TARGET}>
        {contract.title}
      </a>
      <span className={styles['who']}>{words('soon.who', { who })}</span>
      <span className={styles['what']}>
        {words(
          'soon.what',
          { kind, overdue, amount: { money: amount }, currency, milestone, client, freelancer },
          decimals,
        )}
      </span>
      {offers === null ? null : (
        <Button
          small
          look={deadline.overdue ? 'line' : 'plain'}
          className={styles['do']}
          aria-disabled={readOnly}
          aria-label={words('soon.do-of', { do: label, contract: contract.title })}
          onClick={() => showOffer(deadline, offers)}
        >
          {label}
        </Button>
      )}
    </li>
  )
}
