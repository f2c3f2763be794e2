import { useState } from 'react'
import type { AnswerError } from '../../../shared/api/answers.ts'
import type { Preferences } from '../../../shared/api/preferences.ts'
import { CURRENCIES } from '../../../shared/money/currencies.ts'
import { Choice } from '../../controls/choice.tsx'
import { Pick } from '../../controls/pick.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import { prefer } from '../../state/preferences.ts'
import { usePresets } from '../../state/presets.ts'
import { type Problem, refused } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'
import { Section } from './section.tsx'
import { Setting } from './setting.tsx'
import styles from './settings.module.css'

const THEMES = ['system', 'light', 'dark'] as const
const ROWS = ['regular', 'compact'] as const
const SIDES = ['client', 'freelancer'] as const

/** Sets preferences, and keeps the latest refusal with its field. */
export function usePrefer() {
  const [refusal, setRefusal] = useState<{ readonly field: string; readonly problem: Problem } | null>(null)
  async function set(change: Partial<Preferences>): Promise<void> {
    refuse(change, await prefer(change))
  }
  function refuse(change: Partial<Preferences>, error: AnswerError | null): void {
    setRefusal(error === null ? null : { field: Object.keys(change)[0] ?? '', problem: refused(error) })
  }
  return {
    refuse,
    set: (change: Partial<Preferences>) => void set(change),
    at: (field: keyof Preferences) => (refusal?.field === field ? refusal.problem : null),
  }
}

/** The theme, the row height, and reminders. */
export function AppearanceSection({ preferences }: { preferences: Preferences }) {
  const { set, at } = usePrefer()
  return (
    <Section title={words('settings.appearance')}>
      <Setting name={words('settings.theme')}>
        <Choice
          label={words('settings.theme')}
          value={preferences.theme}
          options={THEMES.map(value => ({ value, label: words('settings.theme-name', { theme: value }) }))}
          onChange={theme => set({ theme })}
        />
        <Refused problem={at('theme')} />
      </Setting>
      <Setting name={words('settings.rows')}>
        <Choice
          label={words('settings.rows')}
          value={preferences.rows}
          options={ROWS.map(value => ({ value, label: words('settings.rows-name', { rows: value }) }))}
          onChange={rows => set({ rows })}
        />
        <Refused problem={at('rows')} />
      </Setting>
      <Setting name={words('settings.reminders')} about={words('settings.reminders-about')}>
        <Choice
          label={words('settings.reminders')}
          value={preferences.reminders ? 'yes' : 'no'}
          options={(['yes', 'no'] as const).map(value => ({
            value,
            label: words('settings.reminders-name', { on: value }),
          }))}
          onChange={on => set({ reminders: on === 'yes' })}
        />
        <Refused problem={at('reminders')} />
      </Setting>
    </Section>
  )
}

/** The defaults of new contracts. */
export function NewContractsSection({ preferences }: { preferences: Preferences }) {
  const presets = usePresets()
  const { set, at } = usePrefer()
  return (
    <Section title={words('settings.new')}>
      <Setting name={words('settings.side')}>
        <Choice
          label={words('settings.side')}
          value={preferences.side}
          options={SIDES.map(value => ({ value, label: words('settings.side-name', { side: value }) }))}
          onChange={side => set({ side })}
        />
        <Refused problem={at('side')} />
      </Setting>
      <Setting name={words('settings.currency')}>
        <Pick
          label=""
          aria-label={words('settings.currency')}
          className={styles['pick']}
          value={preferences.currency}
          onChange={({ target }) => set({ currency: target.value })}
        >
          {CURRENCIES.map(code => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </Pick>
        <Refused problem={at('currency')} />
      </Setting>
      <Setting name={words('settings.preset')}>
        <Pick
          label=""
          aria-label={words('settings.preset')}
          className={styles['pick']}
          value={preferences.preset}
          onChange={({ target }) => set({ preset: target.value })}
        >
          {presets.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Pick>
        <Refused problem={at('preset')} />
      </Setting>
    </Section>
  )
}

/** The refusal of a preference, shown below it. */
export function Refused({ problem }: { problem: Problem | null }) {
  return problem === null ? null : <ProblemText problem={problem} />
}
