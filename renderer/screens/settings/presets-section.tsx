import { decimalsOf } from '../../../shared/currencies.ts'
import { PRESETS, type Preset, presetPolicy } from '../../../shared/presets.ts'
import type { Preferences } from '../../../shared/queries.ts'
import { Figure } from '../../components/figure.tsx'
import text from '../../theme/text.module.css'
import { percentText } from '../../words/policy-text.ts'
import { words } from '../../words/say.tsx'
import styles from './presets.module.css'
import { Section } from './section.tsx'

const USUAL_DECIMALS = 2

/** The rules that platforms are known for, to be looked at; each contract may change every one of them. */
export function PresetsSection({ preferences }: { preferences: Preferences }) {
  const { currency, preset } = preferences
  const title = words('settings.presets')
  return (
    <Section title={title} aside={words('settings.presets-as-of', { year: PRESETS[0]?.asOf ?? '' })}>
      <table className={styles['presets']} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">
              <span className={text['hidden']}>{words('settings.preset-name')}</span>
            </th>
            <th scope="col">{words('settings.funded')}</th>
            <th scope="col">{words('settings.least')}</th>
            <th scope="col">{words('settings.review')}</th>
            <th scope="col">{words('settings.refund')}</th>
            <th scope="col">{words('settings.client-fee')}</th>
            <th scope="col">{words('settings.freelancer-fee')}</th>
          </tr>
        </thead>
        <tbody>
          {PRESETS.map(each => (
            <PresetRow key={each.name} preset={each} decimals={decimalsOf(currency) ?? USUAL_DECIMALS} isDefault={each.name === preset} />
          ))}
        </tbody>
      </table>
      <p className={styles['note']}>{words('settings.presets-note', { currency })}</p>
    </Section>
  )
}

function PresetRow({ preset, decimals, isDefault }: { preset: Preset; decimals: number; isDefault: boolean }) {
  const policy = presetPolicy(preset, decimals)
  const share = (basisPoints: number): string => (basisPoints === 0 ? '–' : words('settings.share', { share: percentText(basisPoints) }))
  return (
    <tr>
      <th scope="row">
        <b>{preset.name}</b> {isDefault ? <span className={text['muted']}>{words('settings.preset-default')}</span> : null}
      </th>
      <td>{words('settings.funded-value', { funding: policy.funding })}</td>
      <td>
        <Figure amount={policy.minimum} decimals={decimals} />
      </td>
      <td>{policy.reviewDays || '–'}</td>
      <td>{policy.refundDays || '–'}</td>
      <td>{policy.contractFee > 0 ? words('settings.once', { amount: { money: policy.contractFee } }, decimals) : share(policy.clientFeeBp)}</td>
      <td>{share(policy.freelancerFeeBp)}</td>
    </tr>
  )
}
