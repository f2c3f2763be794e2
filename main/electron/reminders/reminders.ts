import type { DeadlineView } from '../../../shared/contract/contract.ts'
import { daysBetween, type IsoDate } from '../../../shared/dates/calendar.ts'

/** The numbers of days before a deadline on which a person is reminded. */
const REMIND_DAYS = [1, 3] as const
/** More reminders than this become one notification. */
const MOST_AT_ONCE = 3

/** A due reminder: its deadline, and the days left. */
export interface Reminder {
  readonly deadline: DeadlineView
  readonly days: number
}

/** The reminders to show now, and the keys of all shown so far, without those of past deadlines. */
export interface Due {
  readonly reminders: readonly Reminder[]
  /** True if there are so many that one notification covers them all. */
  readonly together: boolean
  readonly told: readonly string[]
}

/** A deadline that moved is a new one, with a reminder of its own. */
const nameOf = ({ contractId, kind, milestoneId, on }: DeadlineView, before: number): string =>
  [on, before, kind, contractId, milestoneId ?? ''].join(' ')

/**
 * Returns the deadlines to remind of today: each once three days before and once one day before. If
 * the app was closed on that day, the reminder follows on the next, until the deadline is past.
 * Money that becomes available asks for nothing, so it gets no reminder. Pure: shows and records
 * nothing.
 */
export function dueReminders(deadlines: readonly DeadlineView[], today: IsoDate, told: readonly string[]): Due {
  const known = new Set(told)
  const reminders: Reminder[] = []
  for (const deadline of deadlines) {
    const days = daysBetween(today, deadline.on)
    const before = REMIND_DAYS.find(each => days >= 0 && days <= each)
    if (before === undefined || deadline.kind === 'available' || known.has(nameOf(deadline, before))) continue
    known.add(nameOf(deadline, before))
    reminders.push({ deadline, days })
  }
  reminders.sort((a, b) => a.days - b.days)
  return {
    reminders,
    together: reminders.length > MOST_AT_ONCE,
    told: [...known].filter(name => name.slice(0, today.length) >= today),
  }
}
