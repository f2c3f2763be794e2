import { useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { WordKey } from '../../shared/words/catalogue.ts'
import { Tick } from '../controls/tick.tsx'
import type { PolicyText } from '../words/policy-text.ts'
import { words } from '../words/say.tsx'
import styles from './policy-fields.module.css'

type TextField = Exclude<keyof PolicyText, 'funding' | 'refundOnlyAtEnd' | 'feesRefundable'>

interface Row {
  readonly field: TextField
  readonly label: WordKey
  readonly unit: 'days' | 'percent' | 'currency'
}

const ROWS: readonly Row[] = [
  { field: 'clientFeeBp', label: 'policy.client-fee', unit: 'percent' },
  { field: 'freelancerFeeBp', label: 'policy.freelancer-fee', unit: 'percent' },
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
      {ROWS.map(({ field, label, unit }) => (
        <div key={field}>
          <label htmlFor={`${id}-${field}`}>{words(label)}</label>
          <span className={styles['field']}>
            <input
              id={`${id}-${field}`}
              inputMode="decimal"
              autoComplete="off"
              aria-describedby={`${id}-${field}-unit`}
              aria-invalid={wrong === `policy.${field}`}
              {...form.register(`policy.${field}`)}
            />
            <span id={`${id}-${field}-unit`}>{unit === 'currency' ? currency : words('policy.unit', { unit })}</span>
          </span>
        </div>
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
