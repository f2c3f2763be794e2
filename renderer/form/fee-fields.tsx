import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { type FeePayer, feeScheduleOf } from '../../shared/contract/fee-schedule.ts'
import { feeText, isPercentageAlone } from '../words/fee-text.ts'
import { type PolicyText, typedPolicy } from '../words/policy-text.ts'
import { words } from '../words/say.tsx'
import { decimalsIn, denominationIn } from './currency-decimals.ts'
import styles from './policy-fields.module.css'
import { PolicyRow } from './policy-row.tsx'

/** The amounts of a fee beside its percentage, in the order in which they are asked. */
const AMOUNTS = ['Plus', 'Least', 'Most', 'Under', 'UnderPlus'] as const

interface FeeFieldsProps {
  // biome-ignore lint/suspicious/noExplicitAny: the forms that hold a policy have other fields beside it.
  readonly form: UseFormReturn<any>
  readonly currency: string
  /** The field that is wrong, as `policy.NAME`. */
  readonly wrong: string | undefined
  readonly payer: FeePayer
}

/** The fee of one party: its percentage and, on demand, the rest of its schedule. */
export function FeeFields({ form, currency, wrong, payer }: FeeFieldsProps) {
  const id = useId()
  const decimals = decimalsIn(currency)
  const typed = typedPolicy(form.watch('policy') as PolicyText, denominationIn(currency))
  const schedule = 'policy' in typed ? feeScheduleOf(typed.policy, payer) : undefined
  const isWrong = AMOUNTS.some(field => wrong === `policy.${payer}Fee${field}`)
  return (
    <>
      <PolicyRow
        form={form}
        field={`${payer}FeeBp`}
        label={words(payer === 'client' ? 'policy.client-fee' : 'policy.freelancer-fee')}
        unit={words('policy.unit', { unit: 'percent' })}
        wrong={wrong}
      />
      <details className={styles['fee']} open={isWrong || undefined}>
        <summary>
          {words('policy.more-fee')}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
          {schedule === undefined || isPercentageAlone(schedule) ? null : (
            <span className={styles['schedule']}>{feeText(schedule, payer, decimals)}</span>
          )}
        </summary>
        {AMOUNTS.map(field => (
          <PolicyRow
            key={field}
            form={form}
            field={`${payer}Fee${field}`}
            label={words('policy.fee-field', { payer, field })}
            unit={currency}
            wrong={wrong}
          />
        ))}
        <div className={styles['row']}>
          <label htmlFor={id}>{words('policy.fee-field', { payer, field: 'On' })}</label>
          <select id={id} className={styles['select']} {...form.register(`policy.${payer}FeeOn`)}>
            {(['each', 'total'] as const).map(on => (
              <option key={on} value={on}>
                {words('policy.fee-on', { on, payer })}
              </option>
            ))}
          </select>
        </div>
      </details>
    </>
  )
}
