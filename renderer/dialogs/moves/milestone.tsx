import { useId } from 'react'
import type { ContractView, MilestoneView } from '../../../shared/contract/contract.ts'
import { AmountField } from '../../form/amount-field.tsx'
import { DayInForm, typedDay } from '../../form/day-in-form.tsx'
import styles from '../../form/fields.module.css'
import {
  amountText,
  type Draft,
  type EntryDetails,
  missing,
  typedAmount,
  typedDetails,
  useMove,
} from '../../form/use-move.ts'
import { words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, milestoneOf } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'

interface Values extends EntryDetails {
  title: string
  amount: string
  due: string
}

/** Adds a milestone or edits one. The amount can only be edited while the milestone is planned. */
export function MilestoneDialog({ request, contract }: DialogProps) {
  const titleId = useId()
  const dueId = useId()
  const { decimals, currency, policy } = contract
  const milestone = milestoneOf(contract, request.milestoneId)
  const filled =
    request.filled?.type === 'add-milestone' || request.filled?.type === 'edit-milestone' ? request.filled : undefined
  const fixed = milestone !== undefined && milestone.status !== 'planned'
  const due = filled?.due === undefined ? milestone?.due : filled.due
  const move = useMove<Values>({
    usual: contract.usualDay,
    defaults: {
      ...detailsOf(filled),
      title: filled?.title ?? milestone?.title ?? '',
      amount: amountText(filled?.amount ?? milestone?.amount, decimals),
      due: due ?? '',
    },
    build: values =>
      milestone === undefined ? additionOf(values, contract, due) : editOf(values, contract, milestone, due),
  })
  const { form, problem } = move
  const wrong = (field: string): boolean => problem?.field === field && !problem.quiet
  const title =
    milestone === undefined ? words('milestone-form.add') : words('milestone-form.edit', { milestone: milestone.title })
  return (
    <MoveDialog
      move={move}
      title={title}
      confirm={milestone === undefined ? words('milestone-form.add') : words('milestone-form.save')}
      tell={null}
    >
      <div className={styles['field']}>
        <label htmlFor={titleId}>{words('milestone-form.title')}</label>
        <input id={titleId} data-autofocus maxLength={200} aria-invalid={wrong('title')} {...form.register('title')} />
      </div>
      <div className={styles['field']}>
        <label htmlFor={dueId}>{words('milestone-form.due')}</label>
        <DayInForm id={dueId} form={form} name="due" use="due" kept={due ?? undefined} wrong={wrong('due')} />
      </div>
      {fixed ? null : (
        <AmountField
          label={words('amount.label')}
          currency={currency}
          register={form.register('amount')}
          limit={words('fund.limit', { minimum: { money: policy.minimum } }, decimals)}
          wrong={wrong('amount')}
        />
      )}
    </MoveDialog>
  )
}

/** The due date that the dialog starts with, which no rule of its field refuses. */
type Kept = string | null | undefined

function additionOf(values: Values, contract: ContractView, kept: Kept): Draft {
  const typed = typedIn(values, contract, kept)
  if ('problem' in typed) return typed
  return {
    command: {
      type: 'add-milestone',
      contractId: contract.id,
      title: values.title,
      amount: typed.amount,
      ...(typed.due === null ? {} : { due: typed.due }),
      ...typedDetails(values),
    },
  }
}

function editOf(values: Values, contract: ContractView, milestone: MilestoneView, kept: Kept): Draft {
  const typed = typedIn(values, contract, kept)
  if ('problem' in typed) return typed
  const isAmountEdited = milestone.status === 'planned' && typed.amount !== milestone.amount
  return {
    command: {
      type: 'edit-milestone',
      contractId: contract.id,
      milestoneId: milestone.id,
      ...(values.title.trim() === milestone.title ? {} : { title: values.title }),
      ...(isAmountEdited ? { amount: typed.amount } : {}),
      ...(typed.due === milestone.due ? {} : { due: typed.due }),
      ...typedDetails(values),
    },
  }
}

function typedIn(values: Values, contract: ContractView, kept: Kept) {
  if (values.title.trim() === '') return missing('title', { key: 'milestone-form.title-missing' })
  const typed = typedAmount(values.amount, contract)
  if ('problem' in typed) return typed
  const due = typedDay(values.due, 'due', { use: 'due', kept: kept ?? undefined })
  return 'problem' in due ? due : { ...typed, due: due.day }
}
