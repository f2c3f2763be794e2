import { useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { CorrectableEntry } from '../../../shared/api/correction.ts'
import { ZERO } from '../../../shared/money/money.ts'
import { AmountField } from '../../form/amount-field.tsx'
import { EndFields } from '../../form/end-fields.tsx'
import fields from '../../form/fields.module.css'
import { SplitFields } from '../../form/split-fields.tsx'
import { amountText } from '../../form/use-move.ts'
import { words } from '../../words/say.tsx'
import type { CorrectValues } from './corrected-values.ts'
import { limitOf } from './limit.ts'

/** The props of the fields of a correction. */
export interface CorrectFieldsProps {
  readonly form: UseFormReturn<CorrectValues>
  readonly entry: CorrectableEntry
  /** The field with a problem. */
  readonly wrong: string | undefined
}

/** The fields of an entry, without its day, fee, reference and note. */
export function CorrectFields(props: CorrectFieldsProps) {
  const { fields: has, command } = props.entry
  return (
    <>
      {has.includes('amount') && 'amount' in command ? <AmountOf {...props} /> : null}
      {has.includes('release') ? <SplitOf {...props} /> : null}
      {has.includes('milestoneId') ? <MilestoneOf {...props} /> : null}
      {has.includes('by') ? <EndOf {...props} /> : null}
      {has.includes('reason') ? <ReasonOf {...props} /> : null}
    </>
  )
}

function AmountOf({ form, entry, wrong }: CorrectFieldsProps) {
  const { currency, decimals } = entry.before
  const limit = limitOf(entry)
  return (
    <AmountField
      label={words('amount.label')}
      currency={currency}
      register={form.register('amount')}
      limit={
        limit === null ? undefined : words('correct.limit', { of: limit.of, most: { money: limit.amount } }, decimals)
      }
      onAll={
        limit === null || limit.of === 'least'
          ? undefined
          : () => form.setValue('amount', amountText(limit.amount, decimals), { shouldDirty: true })
      }
      wrong={wrong === 'amount'}
    />
  )
}

function SplitOf({ form, entry: { before }, wrong }: CorrectFieldsProps) {
  return (
    <SplitFields
      contract={before}
      disputed={before.pending.dispute?.amount ?? ZERO}
      register={(part, options) => form.register(part, options)}
      textOf={part => form.getValues(part)}
      fill={(part, text) => form.setValue(part, text)}
      wrong={wrong}
    />
  )
}

function MilestoneOf({ form, entry: { command, before }, wrong }: CorrectFieldsProps) {
  const id = useId()
  const none =
    command.type === 'release'
      ? 'unallocated'
      : command.type === 'request-refund' || command.type === 'open-dispute'
        ? 'contract'
        : null
  return (
    <div className={fields['field']}>
      <label htmlFor={id}>{words('correct.milestone-choice')}</label>
      <select id={id} aria-invalid={wrong === 'milestoneId'} {...form.register('milestoneId')}>
        {before.milestones.map(milestone => (
          <option key={milestone.id} value={milestone.id}>
            {milestone.title}
          </option>
        ))}
        {none === null ? null : <option value="">{words('correct.no-milestone', { of: none })}</option>}
      </select>
    </div>
  )
}

function EndOf({ form, entry: { before } }: CorrectFieldsProps) {
  return <EndFields contract={before} refundRemainder={form.register('refundRemainder')} by={form.register('by')} />
}

function ReasonOf({ form }: CorrectFieldsProps) {
  const id = useId()
  return (
    <div className={`${fields['field']} ${fields['below']}`}>
      <label htmlFor={id}>{words('amount-move.reason')}</label>
      <textarea id={id} rows={2} maxLength={2_000} {...form.register('reason')} />
    </div>
  )
}
