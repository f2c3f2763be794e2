import type { ContractView } from '../../../shared/contract/contract.ts'
import { useStore } from '../../state/store.ts'
import { dateText, fromTodayText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'

/** The subtitle of Review & Pay: when the platform releases the money automatically. */
export function ReviewSubtitle({ contract, milestoneId }: { contract: ContractView; milestoneId: string | undefined }) {
  const today = useStore(state => state.book?.today)
  const deadline = contract.deadlines.find(each => each.kind === 'review' && each.milestoneId === milestoneId)
  if (deadline === undefined || today === undefined)
    return words('review.subtitle', { title: contract.title, client: contract.client, freelancer: contract.freelancer })
  return words('review.subtitle-deadline', {
    date: dateText(deadline.on, today),
    when: fromTodayText(deadline.on, today),
  })
}
