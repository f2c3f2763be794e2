import type { Preferences } from '../../../shared/api/preferences.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import {
  DATE_FORMATS,
  type DateFormat,
  dayLocale,
  NUMBER_FORMATS,
  type NumberFormat,
  numberLocale,
} from '../../../shared/formats.ts'
import { formatAmount, minor } from '../../../shared/money/money.ts'
import { localeOfWords } from '../../../shared/words/language.ts'
import { Pick } from '../../controls/pick.tsx'
import { prefer } from '../../state/preferences.ts'
import { go } from '../../state/route.ts'
import { fullDateIn } from '../../words/days.ts'
import { REGIONAL_LOCALE } from '../../words/locale.ts'
import { words } from '../../words/say.tsx'
import { Refused, usePrefer } from './preferences-section.tsx'
import { Section } from './section.tsx'
import { Setting } from './setting.tsx'
import styles from './settings.module.css'

const EXAMPLE = minor(123_450)
const EXAMPLE_DECIMALS = 2

/** The formats of numbers and days. */
export function FormatsSection({ preferences, today }: { preferences: Preferences; today: IsoDate }) {
  const { at, refuse } = usePrefer()
  /** The page reloads to reformat every text; the address brings the person back here. */
  async function choose(change: FormatChange): Promise<void> {
    go({ screen: 'settings', section: 'formats' })
    refuse(change, await prefer(change))
  }
  const asSystem = (format: string, example: string): string =>
    format === 'system' ? words('settings.as-system', { example }) : example
  return (
    <Section title={words('settings.formats')} anchor="formats">
      <Setting name={words('settings.numbers')}>
        <Pick
          label=""
          aria-label={words('settings.numbers')}
          className={styles['pick']}
          value={preferences.numberFormat}
          onChange={({ target }) => void choose({ numberFormat: target.value as NumberFormat })}
        >
          {NUMBER_FORMATS.map(format => (
            <option key={format} value={format}>
              {asSystem(format, formatAmount(EXAMPLE, EXAMPLE_DECIMALS, numberLocale(format, REGIONAL_LOCALE)))}
            </option>
          ))}
        </Pick>
        <Refused problem={at('numberFormat')} />
      </Setting>
      <Setting name={words('settings.dates')} about={words('settings.formats-about')}>
        <Pick
          label=""
          aria-label={words('settings.dates')}
          className={styles['pick']}
          value={preferences.dateFormat}
          onChange={({ target }) => void choose({ dateFormat: target.value as DateFormat })}
        >
          {DATE_FORMATS.map(format => (
            <option key={format} value={format}>
              {asSystem(format, dayIn(format, today))}
            </option>
          ))}
        </Pick>
        <Refused problem={at('dateFormat')} />
      </Setting>
    </Section>
  )
}

type FormatChange = { readonly numberFormat: NumberFormat } | { readonly dateFormat: DateFormat }

/** A day as the app writes it in a format. */
function dayIn(format: DateFormat, today: IsoDate): string {
  return format === 'iso' ? today : fullDateIn(localeOfWords(dayLocale(format, REGIONAL_LOCALE)), today)
}
