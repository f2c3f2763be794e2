import type { ContractView, DeadlineView } from '../../../shared/contract/contract.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { Term } from '../../controls/term.tsx'
import { showOffer } from '../../state/deadline-offer.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { dateText, fromTodayText } from '../../words/days.ts'
import { Say, words } from '../../words/say.tsx'
import styles from './contract-summary.module.css'
import { NotNow } from './not-now.tsx'
import { youCan } from './you-can.ts'

/**
 * A contract in words: what the person can do now, what happens automatically, and what is not
 * possible now.
 */
export function ContractSummary({ contract }: { contract: ContractView }) {
  const today = useStore(state => state.book?.today)
  const running = contract.deadlines.filter(each => each.kind !== 'due')
  return (
    <dl className={styles['brief']}>
      <dt>{words('brief.you-can')}</dt>
      <dd>{youCan(contract)}</dd>
      <dt>
        <Term term="automatic-release" text={words('brief.by-itself')} />
      </dt>
      <dd>
        {running.length === 0 || today === undefined
          ? words('brief.nothing', { status: contract.status, days: contract.policy.reviewDays })
          : running.map(deadline => (
              <DeadlineText
                key={`${deadline.kind} ${deadline.milestoneId ?? ''} ${deadline.on}`}
                contract={contract}
                deadline={deadline}
                today={today}
              />
            ))}
      </dd>
      <NotNow contract={contract} />
    </dl>
  )
}

interface DeadlineTextProps {
  readonly contract: ContractView
  readonly deadline: DeadlineView
  readonly today: IsoDate
}

function DeadlineText({ contract, deadline, today }: DeadlineTextProps) {
  const { kind, overdue, amount, milestoneId, on, offers } = deadline
  return (
    <p>
      <Say
        text="brief.deadline"
        decimals={contract.decimals}
        params={{
          kind,
          overdue: overdue ? 'yes' : 'no',
          amount: { money: amount },
          client: contract.client,
          freelancer: words('brief.payee', { side: contract.side, freelancer: contract.freelancer }),
          milestone: contract.milestones.find(each => each.id === milestoneId)?.title ?? contract.title,
          date: dateText(on, today),
          when: fromTodayText(on, today),
        }}
      />
      {overdue && offers !== null ? (
        <>
          {' '}
          <button type="button" className={text['link']} onClick={() => showOffer(deadline, offers)}>
            {words('brief.record-it')}
          </button>
        </>
      ) : null}
    </p>
  )
}
