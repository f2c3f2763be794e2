import { ChevronDown } from 'lucide-react'
import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import type { BlockedView, ContractView, DeadlineView, NextView } from '../../../shared/contract/contract.ts'
import { ZERO } from '../../../shared/money/money.ts'
import { selector } from '../../../shared/words/selector.ts'
import type { DialogMove } from '../../state/dialog-request.ts'
import { openDialog } from '../../state/dialogs.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { dateText, fromTodayText } from '../../words/days.ts'
import { capitalised, WORDS_LOCALE } from '../../words/locale.ts'
import { Say, words } from '../../words/say.tsx'
import styles from './contract-summary.module.css'

/** The moves worth saying in a sentence, the weightiest first. */
const SAID: readonly NextView['type'][] = [
  'approve-refund',
  'resolve-dispute',
  'fund-milestone',
  'release',
  'submit-work',
  'request-refund',
  'end-contract',
  'add-milestone',
]
const MOST = 3

/** What one may do now, and what happens by itself, in words. */
export function ContractSummary({ contract }: { contract: ContractView }) {
  const today = useStore(state => state.book?.today)
  const running = contract.deadlines.filter(each => each.kind !== 'due')
  return (
    <dl className={styles['brief']}>
      <dt>{words('brief.you-can')}</dt>
      <dd>{youCan(contract)}</dd>
      <dt>{words('brief.by-itself')}</dt>
      <dd>
        {running.length === 0 || today === undefined
          ? words('brief.nothing', { status: contract.status, days: contract.policy.reviewDays })
          : running.map(deadline => (
              <p key={`${deadline.kind} ${deadline.milestoneId ?? ''} ${deadline.on}`}>
                <Say
                  text="brief.deadline"
                  decimals={contract.decimals}
                  params={{
                    kind: deadline.kind,
                    overdue: deadline.overdue ? 'yes' : 'no',
                    amount: { money: deadline.amount },
                    client: contract.client,
                    freelancer: contract.freelancer,
                    milestone:
                      contract.milestones.find(each => each.id === deadline.milestoneId)?.title ?? contract.title,
                    date: dateText(deadline.on, today),
                    when: fromTodayText(deadline.on, today),
                  }}
                />
                {deadline.overdue && deadline.offers !== null ? (
                  <Offer deadline={deadline} offers={deadline.offers} />
                ) : null}
              </p>
            ))}
      </dd>
      <NotNow contract={contract} />
    </dl>
  )
}

/** Moves whose reason stands at the milestone already, or that nobody looks for. */
const SAID_ELSEWHERE: readonly BlockedView['type'][] = [
  'fund-milestone',
  'remove-milestone',
  'move-milestone',
  'edit-milestone',
]

/**
 * What a person may look for and is not possible now, each with its reason behind it. Moves with
 * one reason stand together.
 */
function NotNow({ contract: { blocked, milestones } }: { contract: ContractView }) {
  const reasons = new Map<string, BlockedView[]>()
  for (const each of blocked)
    if (!SAID_ELSEWHERE.includes(each.type)) reasons.set(each.message, [...(reasons.get(each.message) ?? []), each])
  if (reasons.size === 0) return null
  const nameOf = ({ type, milestoneId }: BlockedView): string =>
    words('brief.blocked', {
      type: selector(type),
      of: milestoneId === undefined ? 'contract' : 'milestone',
      milestone: milestones.find(each => each.id === milestoneId)?.title ?? '',
    })
  const namesOf = (moves: readonly BlockedView[]): string =>
    new Intl.ListFormat(WORDS_LOCALE, { type: 'conjunction' }).format(new Set(moves.map(nameOf)))
  return (
    <>
      <dt>{words('brief.not-now')}</dt>
      <dd>
        <details className={styles['not-now']}>
          <summary>
            {capitalised(namesOf([...reasons.values()].flat()))}
            <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
          </summary>
          <ul>
            {[...reasons].map(([reason, moves]) => (
              <li key={reason}>
                <b>{capitalised(namesOf(moves))}</b>
                <span>{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      </dd>
    </>
  )
}

/** A deadline that has passed is offered, filled in: the book never moves money by itself. */
function Offer({ deadline, offers }: { deadline: DeadlineView; offers: EscrowCommandInput }) {
  const move = offers.type as DialogMove
  return (
    <>
      {' '}
      <button
        type="button"
        className={text['link']}
        onClick={() =>
          openDialog({
            move,
            contractId: deadline.contractId,
            filled: offers,
            ...(deadline.milestoneId === undefined ? {} : { milestoneId: deadline.milestoneId }),
          })
        }
      >
        {words('brief.record-it')}
      </button>
    </>
  )
}

function youCan(contract: ContractView): string {
  const { next, freelancer, decimals, milestones, side } = contract
  // Work on what is partly paid has mostly been handed in before.
  const rare = (each: NextView): boolean =>
    each.type === 'submit-work' &&
    milestones.some(({ id, status }) => id === each.milestoneId && status === 'partly-paid')
  const phrases = SAID.flatMap(type => next.filter(each => each.type === type && !rare(each)).slice(0, 1))
    .slice(0, MOST)
    .map(({ type, milestoneId, max, deposit, carried }) =>
      words(
        'brief.phrase',
        {
          type: selector(type),
          side,
          freelancer,
          milestone: milestones.find(each => each.id === milestoneId)?.title ?? '',
          of: milestoneId === undefined ? 'contract' : 'milestone',
          submitted: milestones.some(each => each.id === milestoneId && each.status === 'submitted') ? 'yes' : 'no',
          max: { money: max ?? ZERO },
          deposit: { money: deposit ?? ZERO },
          carried: { money: carried ?? ZERO },
          carries: (carried ?? ZERO) === 0 ? 'none' : (deposit ?? ZERO) === 0 ? 'all' : 'some',
        },
        decimals,
      ),
    )
  if (phrases.length === 0) return words('brief.nothing-to-do', { status: contract.status })
  return words('brief.sentence', {
    list: capitalised(new Intl.ListFormat(WORDS_LOCALE, { type: 'disjunction' }).format(phrases)),
  })
}
