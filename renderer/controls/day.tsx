import { ClockAlert } from 'lucide-react'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { dateText, fullDateText, isSoon, nearDateText } from '../words/days.ts'
import styles from './day.module.css'

interface DayProps {
  readonly day: IsoDate
  readonly today: IsoDate
}

/**
 * A day to come: said from today when it is near, with its date in the tooltip, and made to stand
 * out when it is very near.
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

/** A day that is past or planned, by its date. */
export function Day({ day, today }: DayProps) {
  return (
    <time className={styles['date']} dateTime={day} title={fullDateText(day)}>
      {dateText(day, today)}
    </time>
  )
}
