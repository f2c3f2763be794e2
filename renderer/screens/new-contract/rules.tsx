import { Calendar } from 'lucide-react'
import { useId, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { RequiredField } from '../../../shared/contract/presets.ts'
import { minor } from '../../../shared/money/money.ts'
import { selector } from '../../../shared/words/selector.ts'
import { Button } from '../../controls/button.tsx'
import head from '../../controls/head.module.css'
import { Pick } from '../../controls/pick.tsx'
import { decimalsIn } from '../../form/currency-decimals.ts'
import { PolicyFields } from '../../form/policy-fields.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import { usePresets } from '../../state/presets.ts'
import text from '../../theme/text.module.css'
import { typedPolicy } from '../../words/policy-text.ts'
import type { Problem } from '../../words/problem.ts'
import { Say, words } from '../../words/say.tsx'
import { type NewContract, OWN_RULES, presetText } from './form.ts'
import styles from './rules.module.css'

interface RulesProps {
  readonly form: UseFormReturn<NewContract>
  readonly decimals: number
  /** The problem with one of its fields. */
  readonly problem: Problem | null
}

/**
 * The rules of a new contract: a preset, the fields that vary per person, and all fields on demand.
 */
export function Rules({ form, decimals, problem }: RulesProps) {
  const wrong = problem?.field
  const name = form.watch('preset')
  const currency = form.watch('currency').trim().toUpperCase()
  const presets = usePresets()
  const preset = presets.find(each => each.name === name)
  const [all, setAll] = useState(false)
  const asks = preset?.asks ?? []
  return (
    <section aria-labelledby="rules-heading">
      <div className={head['section']}>
        <h2 id="rules-heading">{words('rules.heading')}</h2>
        <Pick
          label={words('rules.preset')}
          className={styles['preset']}
          {...form.register('preset', {
            onChange: event => {
              if (event.target.value !== OWN_RULES)
                form.setValue('policy', presetText(event.target.value, decimalsIn(form.getValues('currency'))))
            },
          })}
        >
          {presets.map(each => (
            <option key={each.name} value={each.name}>
              {each.name}
            </option>
          ))}
          {preset === undefined ? <option value={OWN_RULES}>{words('rules.own')}</option> : null}
        </Pick>
      </div>
      {preset === undefined || preset.name === 'Standard' ? null : (
        <p className={styles['note']}>
          <Calendar size={16} strokeWidth={1.75} aria-hidden />
          <span>
            <Say text="rules.note" params={{ year: preset.asOf, asks: asks.length }} />
          </span>
        </p>
      )}
      {all ? (
        <PolicyFields form={form} currency={currency} wrong={wrong} />
      ) : (
        <>
          {asks.map(ask => (
            <Ask key={ask.field} form={form} ask={ask} currency={currency} wrong={wrong === `policy.${ask.field}`} />
          ))}
          <Summary form={form} decimals={decimals} asked={asks.map(ask => ask.field)} />
        </>
      )}
      {problem === null ? null : <ProblemText problem={problem} />}
      <Button small look="quiet" className={styles['all']} aria-expanded={all} onClick={() => setAll(!all)}>
        {words('rules.edit', { all: all ? 'yes' : 'no' })}
      </Button>
    </section>
  )
}

function Ask({
  form,
  ask,
  currency,
  wrong,
}: {
  form: UseFormReturn<NewContract>
  ask: RequiredField
  currency: string
  wrong: boolean
}) {
  const id = useId()
  const share = ask.field === 'freelancerFeeBp'
  return (
    <div className={styles['row']} data-ask>
      <label htmlFor={id}>{words(share ? 'policy.freelancer-fee' : 'policy.contract-fee')}</label>
      <span className={styles['field']}>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={wrong}
          {...form.register(`policy.${ask.field}`)}
        />
        <span>{share ? words('policy.unit', { unit: 'percent' }) : currency}</span>
      </span>
      <span className={text['muted']}>
        {words(
          share ? 'rules.ask-share' : 'rules.ask-fee',
          share ? { least: ask.least / 100, most: ask.most / 100 } : { least: ask.least, most: ask.most },
        )}
      </span>
    </div>
  )
}

/** A rule of the summary. */
export type RuleName =
  | 'client-fee'
  | 'freelancer-fee'
  | 'contract-fee'
  | 'funding'
  | 'review'
  | 'refund'
  | 'dispute'
  | 'available'

interface RuleRow {
  readonly name: RuleName
  readonly value: number
  readonly more: number
  readonly shown: boolean
}

function Summary({
  form,
  decimals,
  asked,
}: {
  form: UseFormReturn<NewContract>
  decimals: number
  asked: readonly string[]
}) {
  const typed = typedPolicy(form.watch('policy'), decimals)
  if ('problem' in typed) return null
  const { policy } = typed
  const rows: readonly RuleRow[] = [
    { name: 'client-fee', value: policy.clientFeeBp / 100, more: 0, shown: policy.clientFeeBp > 0 },
    {
      name: 'freelancer-fee',
      value: policy.freelancerFeeBp / 100,
      more: 0,
      shown: policy.freelancerFeeBp > 0 && !asked.includes('freelancerFeeBp'),
    },
    { name: 'contract-fee', value: 0, more: 0, shown: policy.contractFee > 0 && !asked.includes('contractFee') },
    { name: 'funding', value: policy.funding === 'one' ? 1 : 2, more: 0, shown: true },
    { name: 'review', value: policy.reviewDays, more: 0, shown: true },
    { name: 'refund', value: policy.refundDays, more: policy.refundOnlyAtEnd ? 1 : 0, shown: true },
    { name: 'dispute', value: policy.disputeDays, more: 0, shown: policy.disputeDays > 0 },
    { name: 'available', value: policy.availableDays, more: 0, shown: policy.availableDays > 0 },
  ]
  return (
    <dl>
      {rows
        .filter(row => row.shown)
        .map(({ name, value, more }) => {
          const params = {
            name: selector(name),
            value,
            more,
            money: { money: name === 'funding' ? policy.minimum : policy.contractFee },
            back: policy.feesRefundable ? 'yes' : 'no',
            days: minor(value),
          }
          return (
            <div key={name} className={styles['row']}>
              <dt>{words('rules.name', params, decimals)}</dt>
              <dd>{words('rules.value', params, decimals)}</dd>
              <dd className={text['muted']}>{words('rules.more', params, decimals)}</dd>
            </div>
          )
        })}
    </dl>
  )
}
