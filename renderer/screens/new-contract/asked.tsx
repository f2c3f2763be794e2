import { useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { feeScheduleOf } from '../../../shared/contract/fee-schedule.ts'
import { type Preset, type RequiredField, withFeeChoice } from '../../../shared/contract/presets.ts'
import { standardPolicy } from '../../../shared/contract/standard-policy.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import { denominationIn } from '../../form/currency-decimals.ts'
import text from '../../theme/text.module.css'
import { feeText } from '../../words/fee-text.ts'
import { policyText, typedPolicy } from '../../words/policy-text.ts'
import { words } from '../../words/say.tsx'
import type { NewContract } from './form.ts'
import styles from './rules.module.css'

type AskedName = RequiredField['field']

const LABELS: Readonly<Record<AskedName, WordKey>> = {
  clientFeeBp: 'policy.client-fee',
  freelancerFeeBp: 'policy.freelancer-fee',
  contractFee: 'policy.contract-fee',
  reviewDays: 'policy.review',
  availableDays: 'policy.available',
}

/**
 * The unit that a field is typed in, and how many units of its range make one of it (basis points
 * per percent).
 */
function unitOf(field: AskedName, currency: string): { readonly unit: string; readonly per: number } {
  if (field === 'contractFee') return { unit: currency, per: 1 }
  if (field.endsWith('Days')) return { unit: words('policy.unit', { unit: 'days' }), per: 1 }
  return { unit: words('policy.unit', { unit: 'percent' }), per: 100 }
}

interface AskedFieldProps {
  readonly form: UseFormReturn<NewContract>
  readonly ask: RequiredField
  readonly currency: string
  readonly wrong: boolean
}

/** A rule that varies from person to person, with the range that the platform allows. */
export function AskedField({ form, ask, currency, wrong }: AskedFieldProps) {
  const id = useId()
  const { field, least, most, either } = ask
  const { unit, per } = unitOf(field, currency)
  return (
    <div className={styles['row']} data-ask>
      <label htmlFor={id}>{words(LABELS[field])}</label>
      <span className={styles['field']}>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={wrong}
          {...form.register(`policy.${field}`)}
        />
        <span>{unit}</span>
      </span>
      <span className={text['muted']}>
        {words(field === 'contractFee' ? 'rules.ask-fee' : 'rules.ask-share', {
          least: least / per,
          most: most / per,
          either: either ? 'yes' : 'no',
        })}
      </span>
    </div>
  )
}

interface AskedFeeProps {
  readonly form: UseFormReturn<NewContract>
  readonly asked: NonNullable<Preset['asksFee']>
  readonly decimals: number
}

/** A fee schedule that varies from person to person: a choice among the platform's schedules. */
export function AskedFee({ form, asked: { payer, choices }, decimals }: AskedFeeProps) {
  const id = useId()
  const fees = choices.map(choice =>
    feeText(feeScheduleOf(withFeeChoice(standardPolicy(decimals), payer, choice, decimals), payer), payer, decimals),
  )
  const typed = typedPolicy(form.watch('policy'), denominationIn(form.getValues('currency')))
  const agreed = 'policy' in typed ? feeText(feeScheduleOf(typed.policy, payer), payer, decimals) : ''
  const chosen = fees.indexOf(agreed)

  function take(place: number): void {
    const choice = choices[place]
    if (choice === undefined || 'problem' in typed) return
    form.setValue('policy', policyText(withFeeChoice(typed.policy, payer, choice, decimals), decimals), {
      shouldDirty: true,
    })
  }

  return (
    <div className={styles['row']} data-ask>
      <label htmlFor={id}>{words(LABELS[`${payer}FeeBp`])}</label>
      <select id={id} className={styles['choice']} value={chosen} onChange={event => take(Number(event.target.value))}>
        {fees.map((fee, place) => (
          <option key={fee} value={place}>
            {fee}
          </option>
        ))}
        {chosen < 0 ? <option value={chosen}>{agreed}</option> : null}
      </select>
    </div>
  )
}
