import { Calendar } from 'lucide-react'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { Button } from '../../controls/button.tsx'
import head from '../../controls/head.module.css'
import { Pick } from '../../controls/pick.tsx'
import { Term } from '../../controls/term.tsx'
import { decimalsIn } from '../../form/currency-decimals.ts'
import { PolicyFields } from '../../form/policy-fields.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import { usePresets } from '../../state/presets.ts'
import type { Problem } from '../../words/problem.ts'
import { Say, words } from '../../words/say.tsx'
import { AskedFee, AskedField } from './asked.tsx'
import { type NewContract, OWN_RULES, presetText } from './form.ts'
import styles from './rules.module.css'
import { RulesSummary } from './rules-summary.tsx'

interface RulesProps {
  readonly form: UseFormReturn<NewContract>
  readonly decimals: number
  /** The problem with one of its fields. */
  readonly problem: Problem | null
}

/**
 * The rules of a new contract: a preset, the fields that vary from person to person, and all fields
 * on demand.
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
        <h2 id="rules-heading">
          <Term term="rules" text={words('rules.heading')} />
        </h2>
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
            <Say
              text="rules.note"
              params={{ year: preset.asOf, asks: asks.length + (preset.asksFee === undefined ? 0 : 1) }}
            />
          </span>
        </p>
      )}
      {all ? (
        <PolicyFields form={form} currency={currency} wrong={wrong} />
      ) : (
        <>
          {asks.map(ask => (
            <AskedField
              key={ask.field}
              form={form}
              ask={ask}
              currency={currency}
              wrong={wrong === `policy.${ask.field}`}
            />
          ))}
          {preset?.asksFee === undefined ? null : (
            <AskedFee key={preset.name} form={form} asked={preset.asksFee} decimals={decimals} />
          )}
          <RulesSummary
            form={form}
            decimals={decimals}
            asked={[
              ...asks.map(ask => ask.field),
              ...(preset?.asksFee === undefined ? [] : [`${preset.asksFee.payer}FeeBp`]),
            ]}
          />
        </>
      )}
      {problem === null ? null : <ProblemText problem={problem} />}
      <Button small look="quiet" className={styles['all']} aria-expanded={all} onClick={() => setAll(!all)}>
        {words('rules.edit', { all: all ? 'yes' : 'no' })}
      </Button>
    </section>
  )
}
