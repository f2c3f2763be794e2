import { ChevronDown } from 'lucide-react'
import type { BlockedView, ContractView } from '../../../shared/contract/contract.ts'
import { isListedWhenBlocked, type ListedWhenBlocked } from '../../../shared/contract/moves.ts'
import { capitalised, WORDS_LOCALE } from '../../words/locale.ts'
import { words } from '../../words/say.tsx'
import styles from './contract-summary.module.css'

type Listed = BlockedView & { readonly type: ListedWhenBlocked }

/** Moves that are not possible now but that a person may look for, grouped by reason. */
export function NotNow({ contract: { blocked, milestones, side } }: { contract: ContractView }) {
  const reasons = new Map<string, Listed[]>()
  for (const each of blocked.filter(isListed)) reasons.set(each.message, [...(reasons.get(each.message) ?? []), each])
  if (reasons.size === 0) return null
  const nameOf = ({ type, milestoneId }: Listed): string =>
    words(`brief.blocked.${type}`, {
      side,
      of: milestoneId === undefined ? 'contract' : 'milestone',
      milestone: milestones.find(each => each.id === milestoneId)?.title ?? '',
    })
  const namesOf = (moves: readonly Listed[]): string =>
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

function isListed(blocked: BlockedView): blocked is Listed {
  return isListedWhenBlocked(blocked.type)
}
