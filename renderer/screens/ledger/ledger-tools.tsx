import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { selector } from '../../../shared/words/selector.ts'
import { DayField } from '../../controls/day-field.tsx'
import { Pick } from '../../controls/pick.tsx'
import { ClosedUntil } from '../../form/closed-until.tsx'
import { CurrencyChoice } from '../../form/currency-choice.tsx'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { fullDateText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'
import { ContractPick } from './contract-pick.tsx'
import {
  ACCOUNTS,
  type AccountRoot,
  chooseLedger,
  type LedgerPeriod,
  PERIODS,
  shownDays,
  useLedgerChoice,
} from './ledger-choice.ts'
import styles from './ledger-tools.module.css'

interface LedgerToolsProps {
  readonly today: IsoDate
  readonly backwards: boolean
}

/** The filters of the ledger. */
export function LedgerTools({ today, backwards }: LedgerToolsProps) {
  const choice = useLedgerChoice()
  return (
    <div className={styles['tools']}>
      <Pick
        label={words('ledger.period')}
        value={choice.period}
        onChange={event => choosePeriod(event.target.value as LedgerPeriod, today)}
      >
        {PERIODS.map(period => (
          <option key={period} value={period}>
            {words('ledger.period-name', { period: selector(period) })}
          </option>
        ))}
      </Pick>
      {choice.period === 'chosen' ? (
        <Between from={choice.from} to={choice.to} today={today} backwards={backwards} />
      ) : (
        <Shown today={today} />
      )}
      <ClosedUntil from={shownDays(choice, today)?.from} />
      <ContractPick contract={choice.contract} />
      <Pick
        label={words('ledger.account')}
        value={choice.account ?? ''}
        onChange={event =>
          chooseLedger({ account: event.target.value === '' ? null : (event.target.value as AccountRoot) })
        }
      >
        <option value="">{words('ledger.all')}</option>
        {ACCOUNTS.map(account => (
          <option key={account} value={account}>
            {words('ledger.account-name', { account })}
          </option>
        ))}
      </Pick>
      <span className={styles['gap']} />
      <CurrencyChoice />
    </div>
  )
}

/** Choosing two days starts with the current ones. */
function choosePeriod(period: LedgerPeriod, today: IsoDate): void {
  const { from = '', to = '' } = shownDays(useLedgerChoice.getState(), today, useStore.getState().book?.latest) ?? {}
  chooseLedger(period === 'chosen' ? { period, from, to } : { period })
}

function Shown({ today }: { today: IsoDate }) {
  const choice = useLedgerChoice()
  const latest = useStore(state => state.book?.latest)
  const { from, to } = shownDays(choice, today, latest) ?? {}
  if (from === undefined || to === undefined) return null
  return (
    <span className={`${text['muted']} ${styles['shown']}`}>
      {fullDateText(from)} – {fullDateText(to)}
    </span>
  )
}

function Between({ from, to, today, backwards }: { from: string; to: string; today: IsoDate; backwards: boolean }) {
  const id = useId()
  const day = (name: 'from' | 'to', value: string) => (
    <div className={styles['day']}>
      <label htmlFor={`${id}-${name}`}>{words(name === 'from' ? 'ledger.from' : 'ledger.to')}</label>
      <DayField
        id={`${id}-${name}`}
        use="bound"
        today={today}
        inRow
        value={value}
        wrong={backwards && name === 'to'}
        aria-describedby={backwards ? id : undefined}
        onChange={typed => chooseLedger({ [name]: typed })}
      />
    </div>
  )
  return (
    <div className={styles['between']}>
      {day('from', from)}
      {day('to', to)}
      {backwards ? (
        <span id={id} className={styles['wrong']} role="alert">
          <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
          {words('ledger.backwards')}
        </span>
      ) : null}
    </div>
  )
}
