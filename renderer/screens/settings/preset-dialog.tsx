import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Preferences } from '../../../shared/api/preferences.ts'
import type { OwnPreset } from '../../../shared/contract/own-preset.ts'
import { ownAsPreset, ownPreset, PRESETS, presetPolicy } from '../../../shared/contract/presets.ts'
import { useOnce } from '../../ask/use-once.ts'
import { DialogFrame } from '../../dialogs/frame/dialog-frame.tsx'
import { decimalsIn, denominationIn } from '../../form/currency-decimals.ts'
import styles from '../../form/fields.module.css'
import { PolicyFields } from '../../form/policy-fields.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import { missing } from '../../form/use-move.ts'
import { prefer } from '../../state/preferences.ts'
import { useStore } from '../../state/store.ts'
import { askToDiscard } from '../../state/unsaved.ts'
import { type PolicyText, policyText, typedPolicy } from '../../words/policy-text.ts'
import { type Problem, refused } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'

interface PresetDialogProps {
  readonly preferences: Preferences
  /** The preset to change; null to add one. */
  readonly preset: OwnPreset | null
  readonly onClose: () => void
}

interface Values {
  name: string
  policy: PolicyText
}

/** Adds or changes one of the person's own presets. Contracts opened with it keep their rules. */
export function PresetDialog({ preferences, preset, onClose }: PresetDialogProps) {
  const id = useId()
  const { currency } = preferences
  const { form, problem, busy, save } = usePresetForm(preferences, preset, onClose)
  const { isDirty } = form.formState
  return (
    <DialogFrame
      title={preset === null ? words('preset-form.add') : words('preset-form.edit', { name: preset.name })}
      subtitle={words('preset-form.subtitle')}
      confirm={preset === null ? words('preset-form.add') : words('preset-form.save')}
      confirmDisabled={busy}
      foot={words('preset-form.foot')}
      onSubmit={() => void save()}
      onLeave={() => (isDirty ? askToDiscard('changes', onClose) : onClose())}
    >
      <div className={styles['field']}>
        <label htmlFor={id}>{words('preset-form.name')}</label>
        <input
          id={id}
          data-autofocus
          maxLength={200}
          autoComplete="off"
          aria-invalid={problem?.field === 'name'}
          {...form.register('name')}
        />
      </div>
      <div className={styles['split']}>
        <PolicyFields form={form} currency={currency} wrong={problem?.field} />
      </div>
      {problem === null ? null : <ProblemText problem={problem} />}
    </DialogFrame>
  )
}

/** The form of a preset, which is saved among the person's own. */
function usePresetForm(preferences: Preferences, preset: OwnPreset | null, onSaved: () => void) {
  const { currency, ownPresets, preset: usual } = preferences
  const year = useStore(state => state.book?.today.slice(0, 4) ?? '')
  const decimals = decimalsIn(currency)
  const start = preset === null ? (PRESETS.find(each => each.name === usual) ?? PRESETS[0]) : ownAsPreset(preset)
  if (start === undefined) throw new Error('there is no preset')
  const form = useForm<Values>({
    defaultValues: { name: preset?.name ?? '', policy: policyText(presetPolicy(start, decimals), decimals) },
  })
  const [problem, setProblem] = useState<Problem | null>(null)
  const { busy, once } = useOnce()
  const others = ownPresets.filter(each => each.name !== preset?.name)

  async function save(): Promise<void> {
    const { name: typedName, policy } = form.getValues()
    const name = typedName.trim()
    if (name === '') return stop(missing('name', { key: 'preset-form.name-missing' }).problem)
    const isTaken = [...PRESETS, ...others].some(each => each.name.toLocaleLowerCase() === name.toLocaleLowerCase())
    if (isTaken) return stop(missing('name', { key: 'preset-form.name-taken', params: { name } }).problem)
    const typed = typedPolicy(policy, denominationIn(currency))
    if ('problem' in typed) return stop(typed.problem)
    const saved = ownPreset(name, typed.policy, decimals, year)
    const error = await once(() =>
      prefer({
        ownPresets:
          preset === null ? [...ownPresets, saved] : ownPresets.map(each => (each.name === preset.name ? saved : each)),
        // The default preset remains the default under its new name.
        ...(usual === preset?.name && { preset: name }),
      }),
    )
    if (error === undefined) return
    if (error === null) onSaved()
    else stop(refused(error))
  }

  function stop(wrong: Problem): void {
    setProblem({ ...wrong, quiet: false })
    if (wrong.field === 'name') form.setFocus('name')
  }

  return { form, problem, busy, save }
}
