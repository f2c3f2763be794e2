import { useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { CorrectableEntry } from '../../../shared/api/correction.ts'
import { less, type Minor, ZERO } from '../../../shared/money/money.ts'
import { Tick } from '../../controls/tick.tsx'
import { AmountField } from '../../form/amount-field.tsx'
import fields from '../../form/fields.module.css'
import { amountText, typedAmount } from '../../form/use-move.ts'
import { Say, words } from '../../words/say.tsx'
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

/** The two parts of a resolved dispute: one fills in the other. */
function SplitOf({ form, entry: { before }, wrong }: CorrectFieldsProps) {
  const { currency, decimals, client, freelancer } = before
  const disputed: Minor = before.pending.dispute?.amount ?? ZERO
  function fillOther(from: 'release' | 'refund'): void {
    const typed = typedAmount(form.getValues(from), before)
    if ('amount' in typed && typed.amount >= 0 && typed.amount <= disputed)
      form.setValue(from === 'release' ? 'refund' : 'release', amountText(less(disputed, typed.amount), decimals))
  }
  return (
    <>
      <AmountField
        label={words('resolve.release', { freelancer })}
        currency={currency}
        register={form.register('release', { onChange: () => fillOther('release') })}
        limit={words('resolve.limit', { amount: { money: disputed } }, decimals)}
        wrong={wrong === 'release'}
      />
      <AmountField
        label={words('resolve.refund', { client })}
        currency={currency}
        register={form.register('refund', { onChange: () => fillOther('refund') })}
        wrong={wrong === 'refund'}
      />
    </>
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
  const { client, freelancer, decimals, escrow } = before
  return (
    <>
      <Tick className={fields['tick']} {...form.register('refundRemainder')}>
        <Say text="end.refund" params={{ amount: { money: escrow }, client }} decimals={decimals} />
      </Tick>
      <fieldset className={fields['choices']} aria-label={words('end.by')}>
        <label className={fields['choice']}>
          <input type="radio" value="client" {...form.register('by')} />
          <span>
            <Say text="end.by-client" params={{ client, freelancer }} />
          </span>
        </label>
        <label className={fields['choice']}>
          <input type="radio" value="freelancer" {...form.register('by')} />
          <span>
            <Say text="end.by-freelancer" params={{ freelancer }} />
          </span>
        </label>
      </fieldset>
    </>
  )
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
