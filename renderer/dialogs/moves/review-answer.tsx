import type { UseFormReturn } from 'react-hook-form'
import type { ContractView, MilestoneView } from '../../../shared/contract/contract.ts'
import styles from '../../form/fields.module.css'
import type { EntryDetails } from '../../form/use-move.ts'
import { Say, words } from '../../words/say.tsx'
import { nextOf } from './filled.ts'

/** The values of Review & Pay. */
export interface ReviewValues extends EntryDetails {
  answer: string
  amount: string
  fee: string
}

interface ReviewAnswerProps {
  readonly form: UseFormReturn<ReviewValues>
  readonly contract: ContractView
  readonly milestone: MilestoneView
}

/** The choice between approving a milestone's work and requesting changes, if that is possible. */
export function ReviewAnswer({ form, contract, milestone }: ReviewAnswerProps) {
  const { side, client } = contract
  return (
    <fieldset className={styles['choices']} aria-label={words('review.answer')}>
      <label className={styles['choice']}>
        <input type="radio" value="approve" {...form.register('answer')} />
        <span>
          <b>{words('review.approve', { side, client })}</b>
        </span>
      </label>
      {nextOf(contract, 'request-changes', milestone.id) === undefined ? null : (
        <label className={styles['choice']}>
          <input type="radio" value="changes" {...form.register('answer')} />
          <span>
            <Say text="review.changes" params={{ side, client }} />
          </span>
        </label>
      )}
    </fieldset>
  )
}
