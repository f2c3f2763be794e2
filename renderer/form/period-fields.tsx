import { useId } from 'react'
import type { BookAnswer } from '../../shared/api/book.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { type DayRange, daysOf, type NamedPeriod } from '../../shared/dates/period.ts'
import { selector } from '../../shared/words/selector.ts'
import { DayField } from '../controls/day-field.tsx'
import { words } from '../words/say.tsx'
import { ClosedUntil } from './closed-until.tsx'
import { typedDay } from './day-in-form.tsx'
import styles from './fields.module.css'

/** The periods to choose from, in order; `chosen` has typed days. */
const PERIODS = [
  'ever',
  'this-month',
  'last-month',
  'this-quarter',
  'this-year',
  'last-year',
  'chosen',
] as const satisfies readonly (NamedPeriod | 'chosen')[]
type PeriodName = (typeof PERIODS)[number]

/** A period in a form: its name, and the typed days of `chosen`. */
export interface PeriodForm {
  readonly name: PeriodName
  readonly from: string
  readonly to: string
}

/** The period without bounds. */
export const EVER: PeriodForm = { name: 'ever', from: '', to: '' }

/** A range of days as a period in a form. */
export function chosenDays({ from, to }: DayRange): PeriodForm {
  return from === undefined && to === undefined ? EVER : { name: 'chosen', from: from ?? '', to: to ?? '' }
}

/** Today, and the day on which lists that end today end. */
type Now = Pick<BookAnswer, 'today' | 'latest'>

/** The days of a period in a form; null if one cannot be read, for then no bound may be dropped. */
export function daysIn({ name, from, to }: PeriodForm, { today, latest }: Now): DayRange | null {
  if (name !== 'chosen') return daysOf(name, today, latest)
  const [first, last] = [from, to].map(text => typedDay(text, '', { use: 'bound' }))
  if (first === undefined || last === undefined || 'problem' in first || 'problem' in last) return null
  return { ...(first.day !== null && { from: first.day }), ...(last.day !== null && { to: last.day }) }
}

/** Chooses a period by name or by days. `wrong` is the field with a refusal. */
export function PeriodFields({
  period,
  today,
  wrong,
  onChange,
}: {
  period: PeriodForm
  today: IsoDate
  wrong: string | undefined
  onChange: (period: PeriodForm) => void
}) {
  const id = useId()
  return (
    <>
      <div className={styles['field']}>
        <label htmlFor={`${id}-period`}>{words('period.label')}</label>
        <select
          id={`${id}-period`}
          value={period.name}
          onChange={event => onChange({ ...period, name: event.target.value as PeriodName })}
        >
          {PERIODS.map(name => (
            <option key={name} value={name}>
              {words('period.name', { name: selector(name) })}
            </option>
          ))}
        </select>
      </div>
      {period.name === 'chosen'
        ? (['from', 'to'] as const).map(end => (
            <div key={end} className={styles['field']}>
              <label htmlFor={`${id}-${end}`}>{words('period.end', { end })}</label>
              <DayField
                id={`${id}-${end}`}
                use="bound"
                today={today}
                wrong={wrong === end}
                value={period[end]}
                onChange={value => onChange({ ...period, [end]: value })}
              />
            </div>
          ))
        : null}
      <ClosedUntil from={daysIn(period, { today, latest: today })?.from} />
    </>
  )
}
