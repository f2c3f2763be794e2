import { useId } from 'react'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { daysOf, PERIODS, type Period, type PeriodName } from '../../shared/dates/period.ts'
import { words } from '../words/say.tsx'
import styles from './fields.module.css'

/**
 * The period as it stands in a form: a name, and the days as typed for the one that is chosen by
 * its days.
 */
export interface PeriodForm {
  readonly name: PeriodName
  readonly from: string
  readonly to: string
}

/** All the time there is. */
export const EVER: PeriodForm = { name: 'all', from: '', to: '' }

/** A period by its days, as it stands in a form. */
export function chosenDays({ from, to }: Period): PeriodForm {
  return from === undefined && to === undefined ? EVER : { name: 'chosen', from: from ?? '', to: to ?? '' }
}

/** The first and last day of what stands in a form; a day that is left out does not bound it. */
export function daysIn({ name, from, to }: PeriodForm, today: IsoDate): Period {
  if (name !== 'chosen') return daysOf(name, today)
  return { ...(from === '' ? {} : { from: from as IsoDate }), ...(to === '' ? {} : { to: to as IsoDate }) }
}

/** Chooses a period by its name, or by its days. `wrong` is the field that a refusal speaks of. */
export function PeriodFields({
  period,
  wrong,
  onChange,
}: {
  period: PeriodForm
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
              {words('period.name', { name: name.replace('-', '_') })}
            </option>
          ))}
        </select>
      </div>
      {period.name === 'chosen'
        ? (['from', 'to'] as const).map(end => (
            <div key={end} className={styles['field']}>
              <label htmlFor={`${id}-${end}`}>{words('period.end', { end })}</label>
              <input
                id={`${id}-${end}`}
                type="date"
                aria-invalid={wrong === end}
                value={period[end]}
                onChange={event => onChange({ ...period, [end]: event.target.value })}
              />
            </div>
          ))
        : null}
    </>
  )
}
