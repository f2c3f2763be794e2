import { ClockAlert } from 'lucide-react'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { dateText, fullDateText, isSoon, nearDateText } from '../words/days.ts'
import styles from './day.module.css'

interface DayProps {
  readonly day: IsoDate
  readonly today: IsoDate
}

/**
 * A future day: relative to today when near, with its date in the tooltip, and highlighted when
 * very near.
 */
export function Deadline({ day, today }: DayProps) {
  const soon = isSoon(day, today)
  return (
    <time
      className={soon ? `${styles['when']} ${styles['soon']}` : styles['when']}
      dateTime={day}
      title={fullDateText(day)}
    >
      {soon ? <ClockAlert size={14} strokeWidth={1.75} aria-hidden /> : null}
      {nearDateText(day, today)}
    </time>
  )
}

/** A past or planned day, shown as a date. */
export function Day({ day, today }: DayProps) {
  return (
    <time className={styles['date']} dateTime={day} title={fullDateText(day)}>
      {dateText(day, today)}
    </time>
  )
}
