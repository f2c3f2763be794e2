import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { Policy } from '../../../shared/contract/policy.ts'
import { presetPolicy } from '../../../shared/contract/presets.ts'
import styles from '../../form/fields.module.css'
import { PolicyFields } from '../../form/policy-fields.tsx'
import { amountText, type Draft, missing, typedAmount, typedDetails, useMove } from '../../form/use-move.ts'
import { usePresets } from '../../state/presets.ts'
import { policyText, presetOf, typedPolicy } from '../../words/policy-text.ts'
import { words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, filledWith } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'

/** Rules that are no preset's. */
const OWN = ''
const NAMES = ['title', 'client', 'freelancer'] as const

/** Edit a contract: its names, its budget, whose book it is in, and its rules from now on. */
export function EditContractDialog({ request, contract }: DialogProps) {
  const formId = useId()
  const { id, decimals, currency } = contract
  const filled = filledWith(request, 'edit-contract')
  const move = useMove({
    defaults: {
      ...detailsOf(filled),
      title: filled?.title ?? contract.title,
      client: filled?.client ?? contract.client,
      freelancer: filled?.freelancer ?? contract.freelancer,
      side: filled?.side ?? contract.side,
      budget:
        filled?.budget === undefined ? amountText(contract.budget, decimals) : amountText(filled.budget, decimals),
      policy: policyText({ ...contract.policy, ...(filled?.policy as Partial<Policy>) }, decimals),
    },
    build: (values): Draft => {
      for (const name of NAMES) if (values[name].trim() === '') return missing(name, { key: 'edit.name-missing' })
      const typed = typedPolicy(values.policy, decimals)
      if ('problem' in typed) return typed
      const budget = values.budget.trim() === '' ? { amount: null } : typedAmount(values.budget, decimals, 'budget')
      if ('problem' in budget) return budget
      const names = Object.fromEntries(
        NAMES.filter(name => values[name].trim() !== contract[name]).map(name => [name, values[name]]),
      )
      return {
        command: {
          type: 'edit-contract',
          contractId: id,
          ...names,
          ...(values.side === contract.side ? {} : { side: values.side === 'freelancer' ? 'freelancer' : 'client' }),
          ...(budget.amount === contract.budget ? {} : { budget: budget.amount }),
          policy: typed.policy,
          ...typedDetails(values),
        },
      }
    },
  })
  const { form, problem } = move
  const presets = usePresets()
  const rules = typedPolicy(form.watch('policy'), decimals)
  const preset = ('policy' in rules ? presetOf(rules.policy, decimals, presets)?.name : undefined) ?? OWN
  /** The rules of a preset; each of them can still be changed. */
  function takePreset(name: string): void {
    const taken = presets.find(each => each.name === name)
    if (taken !== undefined)
      form.setValue('policy', policyText(presetPolicy(taken, decimals), decimals), { shouldDirty: true })
  }
  const wrong = problem === null || problem.quiet ? undefined : problem.field
  return (
    <MoveDialog
      move={move}
      title={words('edit.title')}
      subtitle={words('edit.subtitle')}
      confirm={words('edit.save')}
      tell={null}
    >
      {NAMES.map(name => (
        <div key={name} className={styles['field']}>
          <label htmlFor={`${formId}-${name}`}>{words('edit.name', { name })}</label>
          <input id={`${formId}-${name}`} maxLength={200} aria-invalid={wrong === name} {...form.register(name)} />
        </div>
      ))}
      <div className={styles['field']}>
        <label htmlFor={`${formId}-budget`}>{words('edit.budget', { currency })}</label>
        <input
          id={`${formId}-budget`}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={wrong === 'budget'}
          {...form.register('budget')}
        />
      </div>
      <div className={styles['field']}>
        <label htmlFor={`${formId}-side`}>{words('edit.side')}</label>
        <select id={`${formId}-side`} {...form.register('side')}>
          <option value="client">{words('side', { side: 'client' })}</option>
          <option value="freelancer">{words('side', { side: 'freelancer' })}</option>
        </select>
      </div>
      <details className={styles['details']}>
        <summary>
          {words('edit.rules')}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </summary>
        <div className={styles['field']}>
          <label htmlFor={`${formId}-preset`}>{words('rules.preset')}</label>
          <select id={`${formId}-preset`} value={preset} onChange={event => takePreset(event.target.value)}>
            {presets.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
            {preset === OWN ? <option value={OWN}>{words('rules.own')}</option> : null}
          </select>
        </div>
        <div className={styles['split']}>
          <PolicyFields form={form} currency={currency} wrong={wrong} />
        </div>
      </details>
    </MoveDialog>
  )
}
