import type { Minor } from '../../../shared/money/money.ts'
import { Figure } from '../../controls/figure.tsx'
import { words } from '../../words/say.tsx'
import styles from './funding-options.module.css'
import type { StepRow } from './option-steps.ts'
import { askMilestone, nameOf, type Question } from './plan-state.ts'

interface StepNameProps {
  /** The milestone in the question; undefined for the end of the contract. */
  readonly slot: Question['milestones'][number] | undefined
  readonly row: StepRow
  readonly amount: Minor | undefined
  readonly decimals: number
}

/** The name of a step. A funding step has a field with its milestone's name. */
export function StepName({ slot, row, amount, decimals }: StepNameProps) {
  if (slot === undefined || row.kind === 'refund') return <>{words('planner.end')}</>
  if (row.kind === 'fund')
    return (
      <>
        {words('planner.fund')}{' '}
        <input
          className={styles['name']}
          aria-label={words('planner.name', { place: row.milestone + 1 })}
          placeholder={nameOf({ ...slot, name: '' }, row.milestone)}
          autoComplete="off"
          maxLength={200}
          value={slot.name}
          onChange={event => askMilestone(slot.id, { name: event.target.value })}
        />
      </>
    )
  return (
    <>
      {words('planner.pay')} <b>{nameOf(slot, row.milestone)}</b>{' '}
      {amount === undefined ? null : <Figure amount={amount} decimals={decimals} />}
    </>
  )
}
