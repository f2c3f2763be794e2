import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Preferences } from '../../../shared/api/preferences.ts'
import { type FeePayer, feeScheduleOf } from '../../../shared/contract/fee-schedule.ts'
import type { OwnPreset } from '../../../shared/contract/own-preset.ts'
import { ownAsPreset, PRESETS, type Preset, presetPolicy } from '../../../shared/contract/presets.ts'
import { Button } from '../../controls/button.tsx'
import { Figure } from '../../controls/figure.tsx'
import { Term } from '../../controls/term.tsx'
import { decimalsIn } from '../../form/currency-decimals.ts'
import { ask } from '../../state/confirmation.ts'
import { prefer } from '../../state/preferences.ts'
import text from '../../theme/text.module.css'
import { feeInShort, isNoFee } from '../../words/fee-text.ts'
import { words } from '../../words/say.tsx'
import { PresetDialog } from './preset-dialog.tsx'
import styles from './presets.module.css'
import { Section } from './section.tsx'

/** The presets of the platforms, and the person's own, which can be edited here. */
export function PresetsSection({ preferences }: { preferences: Preferences }) {
  const { currency, preset, ownPresets } = preferences
  const decimals = decimalsIn(currency)
  const [edited, setEdited] = useState<OwnPreset | 'new' | null>(null)
  const title = words('settings.presets')
  return (
    <Section title={title} term="preset" aside={words('settings.presets-as-of', { year: PRESETS[0]?.asOf ?? '' })}>
      <table className={styles['presets']} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">
              <span className={text['hidden']}>{words('settings.preset-name')}</span>
            </th>
            <th scope="col">{words('settings.funded')}</th>
            <th scope="col">
              <Term term="minimum" text={words('settings.least')} />
            </th>
            <th scope="col">{words('settings.review')}</th>
            <th scope="col">{words('settings.refund')}</th>
            <th scope="col">{words('settings.client-fee')}</th>
            <th scope="col">{words('settings.freelancer-fee')}</th>
          </tr>
        </thead>
        <tbody>
          {PRESETS.map(each => (
            <PresetRow key={each.name} preset={each} decimals={decimals} isDefault={each.name === preset} />
          ))}
          {ownPresets.map(own => (
            <PresetRow
              key={own.name}
              preset={ownAsPreset(own)}
              decimals={decimals}
              isDefault={own.name === preset}
              onEdit={() => setEdited(own)}
              onRemove={() => askToRemove(preferences, own)}
            />
          ))}
        </tbody>
      </table>
      <Button look="quiet" small icon={Plus} className={styles['add']} onClick={() => setEdited('new')}>
        {words('preset-form.add')}
      </Button>
      {edited === null ? null : (
        <PresetDialog
          preferences={preferences}
          preset={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      <p className={styles['note']}>{words('settings.presets-note', { currency })}</p>
    </Section>
  )
}

/** Asks before removing a preset. Contracts that were opened with it keep their rules. */
function askToRemove({ ownPresets, preset }: Preferences, { name }: OwnPreset): void {
  ask({
    title: { key: 'preset-form.remove-title', params: { name } },
    about: { key: 'preset-form.remove-about' },
    stay: { key: 'preset-form.keep' },
    act: { key: 'preset-form.remove' },
    perform: () =>
      prefer({
        ownPresets: ownPresets.filter(each => each.name !== name),
        ...(preset === name && { preset: PRESETS[0]?.name ?? '' }),
      }),
  })
}

interface PresetRowProps {
  readonly preset: Preset
  readonly decimals: number
  readonly isDefault: boolean
  /** Only for the person's own presets. */
  readonly onEdit?: () => void
  readonly onRemove?: () => void
}

function PresetRow({ preset, decimals, isDefault, onEdit, onRemove }: PresetRowProps) {
  const policy = presetPolicy(preset, decimals)
  const fee = (payer: FeePayer): string => {
    const schedule = feeScheduleOf(policy, payer)
    return isNoFee(schedule) ? '–' : feeInShort(schedule, decimals)
  }
  return (
    <tr>
      <th scope="row">
        {onEdit === undefined ? (
          <b>{preset.name}</b>
        ) : (
          <button
            type="button"
            className={text['link']}
            title={words('preset-form.edit', { name: preset.name })}
            onClick={onEdit}
          >
            {preset.name}
          </button>
        )}{' '}
        {isDefault ? <span className={text['muted']}>{words('settings.preset-default')}</span> : null}
        {onRemove === undefined ? null : (
          <Button
            look="quiet"
            small
            icon={X}
            className={styles['remove']}
            aria-label={words('preset-form.remove-label', { name: preset.name })}
            onClick={onRemove}
          />
        )}
      </th>
      <td>{words('settings.funded-value', { funding: policy.funding })}</td>
      <td>
        <Figure amount={policy.minimum} decimals={decimals} />
      </td>
      <td>{policy.reviewDays || '–'}</td>
      <td>{policy.refundDays || '–'}</td>
      <td>
        {policy.contractFee > 0
          ? words('settings.once', { amount: { money: policy.contractFee } }, decimals)
          : fee('client')}
      </td>
      <td>{fee('freelancer')}</td>
    </tr>
  )
}
