import { useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { FEE_PAYERS } from '../../shared/contract/fee-schedule.ts'
import type { WordKey } from '../../shared/words/catalogue.ts'
import { Tick } from '../controls/tick.tsx'
import type { TypedField } from '../words/policy-text.ts'
import { words } from '../words/say.tsx'
import { FeeFields } from './fee-fields.tsx'
import styles from './policy-fields.module.css'
import { PolicyRow } from './policy-row.tsx'

interface Row {
  readonly field: TypedField
  readonly label: WordKey
  readonly unit: 'days' | 'percent' | 'currency'
}

/** The labels of the fields that are a number with a unit. */
const ROWS: readonly Row[] = [
  { field: 'contractFee', label: 'policy.contract-fee', unit: 'currency' },
  { field: 'minimum', label: 'policy.minimum', unit: 'currency' },
  { field: 'reviewDays', label: 'policy.review', unit: 'days' },
  { field: 'refundDays', label: 'policy.refund', unit: 'days' },
  { field: 'disputeDays', label: 'policy.dispute', unit: 'days' },
  { field: 'availableDays', label: 'policy.available', unit: 'days' },
]

interface PolicyFieldsProps {
  // biome-ignore lint/suspicious/noExplicitAny: forms with a policy also have other fields.
  readonly form: UseFormReturn<any>
  readonly currency: string
  /** The field that is wrong, as `policy.NAME`. */
  readonly wrong: string | undefined
}

/** Edits every rule of a contract. */
export function PolicyFields({ form, currency, wrong }: PolicyFieldsProps) {
  const id = useId()
  return (
    <div className={styles['rules']}>
      <div>
        <label htmlFor={`${id}-funding`}>{words('policy.funding')}</label>
        <select className={styles['select']} id={`${id}-funding`} {...form.register('policy.funding')}>
          <option value="one">{words('policy.funding-value', { funding: 'one' })}</option>
          <option value="many">{words('policy.funding-value', { funding: 'many' })}</option>
        </select>
      </div>
      {FEE_PAYERS.map(payer => (
        <FeeFields key={payer} form={form} currency={currency} wrong={wrong} payer={payer} />
      ))}
      {ROWS.map(({ field, label, unit }) => (
        <PolicyRow
          key={field}
          form={form}
          field={field}
          label={words(label)}
          unit={unit === 'currency' ? currency : words('policy.unit', { unit })}
          wrong={wrong}
        />
      ))}
      <Tick className={styles['tick']} {...form.register('policy.refundOnlyAtEnd')}>
        {words('policy.refund-only-at-end')}
      </Tick>
      <Tick className={styles['tick']} {...form.register('policy.feesRefundable')}>
        {words('policy.fees-refundable')}
      </Tick>
    </div>
  )
}
