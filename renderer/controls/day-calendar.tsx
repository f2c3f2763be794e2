import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import { weekdayOf } from '../../shared/dates/typed-day.ts'
import { dateText } from '../words/days.ts'
import { REGIONAL_LOCALE, WORDS_LOCALE } from '../words/locale.ts'
import { words } from '../words/say.tsx'
import { type DayRules, dayTyped, dayWithWeekday, monthsLater, monthText } from '../words/typed-day.ts'
import { Button } from './button.tsx'
import styles from './day-field.module.css'

const WEEK = 7
const FIRST_DRAWN = '0001-01-01' as IsoDate
const LAST_DRAWN = '9999-11-30' as IsoDate
const weekdayName = new Intl.DateTimeFormat(WORDS_LOCALE, { weekday: 'short', timeZone: 'UTC' })
const dayNumber = new Intl.NumberFormat(WORDS_LOCALE)

/** The first day of the week in this person's region, 0 for Sunday; Monday if it is not known. */
function firstWeekday(): number {
  const locale = new Intl.Locale(REGIONAL_LOCALE) as Intl.Locale & {
    getWeekInfo?(): { readonly firstDay: number }
    readonly weekInfo?: { readonly firstDay: number }
  }
  return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1) % WEEK
}

interface DayCalendarProps extends DayRules {
  /** The day that is chosen at first. */
  readonly day: IsoDate
  readonly onTake: (day: IsoDate) => void
}

/**
 * A month of days, by mouse and keys: arrows by day and week, Page Up and Page Down by month (with
 * Shift by year), Home and End in the week, Enter takes.
 */
export function DayCalendar({ day, onTake, ...rules }: DayCalendarProps) {
  const [cursor, setCursor] = useState(() => drawable(day))
  const table = useRef<HTMLTableElement>(null)
  const { today } = rules
  const mayTake = (each: IsoDate): boolean => dayTyped(each, rules).ok
  useEffect(() => {
    table.current?.querySelector<HTMLElement>(`[data-day="${cursor}"]`)?.focus()
  }, [cursor])
  function move(event: KeyboardEvent): void {
    const to = movedBy(event, cursor)
    if (to === null) return
    event.preventDefault()
    setCursor(drawable(to))
  }
  return (
    <div>
      <div className={styles['head']}>
        <Button
          small
          look="quiet"
          icon={ChevronLeft}
          aria-label={words('day.month-before')}
          onClick={() => setCursor(drawable(monthsLater(cursor, -1)))}
        />
        <b aria-live="polite">{monthText(cursor)}</b>
        <Button
          small
          look="quiet"
          icon={ChevronRight}
          aria-label={words('day.month-after')}
          onClick={() => setCursor(drawable(monthsLater(cursor, 1)))}
        />
      </div>
      <table ref={table} className={styles['days']} aria-label={monthText(cursor)} onKeyDown={move}>
        <thead>
          <tr>
            {weeksOf(cursor)[0]?.map(each => (
              <th key={each} scope="col">
                {weekdayName.format(Date.parse(each))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(cursor).map(week => (
            <tr key={week[0]}>
              {week.map(each => (
                <td key={each} data-outside={each.slice(0, 7) !== cursor.slice(0, 7)}>
                  <button
                    type="button"
                    data-day={each}
                    tabIndex={each === cursor ? 0 : -1}
                    aria-label={dayWithWeekday(each)}
                    aria-pressed={each === day}
                    aria-current={each === today ? 'date' : undefined}
                    aria-disabled={!mayTake(each)}
                    onClick={() => (mayTake(each) ? onTake(each) : undefined)}
                  >
                    {dayNumber.format(Number(each.slice(8)))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles['foot']}>
        <Button small look="quiet" onClick={() => onTake(today)}>
          {words('day.today', { date: dateText(today, today) })}
        </Button>
        <Button small look="quiet" onClick={() => onTake(addDays(today, -1))}>
          {words('day.yesterday')}
        </Button>
      </div>
    </div>
  )
}

/** A day whose month has weeks of days with four digits in their year; the nearest such day. */
function drawable(day: IsoDate): IsoDate {
  // Years of more digits begin with a sign.
  if (day > LAST_DRAWN || day.startsWith('+')) return LAST_DRAWN
  return day < FIRST_DRAWN ? FIRST_DRAWN : day
}

/** The whole weeks that hold a day's month. */
function weeksOf(day: IsoDate): readonly (readonly IsoDate[])[] {
  const first = addDays(day, 1 - Number(day.slice(8)))
  const next = monthsLater(first, 1)
  const weeks: IsoDate[][] = []
  for (let start = startOfWeek(first); start < next; start = addDays(start, WEEK))
    weeks.push(Array.from({ length: WEEK }, (_, place) => addDays(start, place)))
  return weeks
}

function startOfWeek(day: IsoDate): IsoDate {
  return addDays(day, -((weekdayOf(day) - firstWeekday() + WEEK) % WEEK))
}

/** The day that a key moves to; null for another key. Arrows follow the direction of the text. */
function movedBy({ key, shiftKey }: KeyboardEvent, from: IsoDate): IsoDate | null {
  const ahead = document.documentElement.dir === 'rtl' ? -1 : 1
  switch (key) {
    case 'ArrowLeft':
      return addDays(from, -ahead)
    case 'ArrowRight':
      return addDays(from, ahead)
    case 'ArrowUp':
      return addDays(from, -WEEK)
    case 'ArrowDown':
      return addDays(from, WEEK)
    case 'PageUp':
      return monthsLater(from, shiftKey ? -12 : -1)
    case 'PageDown':
      return monthsLater(from, shiftKey ? 12 : 1)
    case 'Home':
      return startOfWeek(from)
    case 'End':
      return addDays(startOfWeek(from), WEEK - 1)
    default:
      return null
  }
}
