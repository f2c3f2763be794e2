import type { DeadlineView } from '../../../shared/contract/contract.ts'
import { daysBetween, type IsoDate } from '../../../shared/dates/calendar.ts'

/** How many days before a deadline a person is told of it. */
const REMIND_DAYS = [1, 3] as const
/** More at once than this are told in one. */
const MOST_AT_ONCE = 3

/** A reminder that is due: of which deadline, and how far it is. */
export interface Reminder {
  readonly deadline: DeadlineView
  readonly days: number
}

/**
 * What is to be told now, and what has been told after that; a text a reminder, that of a deadline
 * which is past left out.
 */
export interface Due {
  readonly reminders: readonly Reminder[]
  /** Whether they are so many that one notification tells them all. */
  readonly together: boolean
  readonly told: readonly string[]
}

/** A deadline that was moved is another one, and reminded of again. */
const nameOf = ({ contractId, kind, milestoneId, on }: DeadlineView, before: number): string =>
  [on, before, kind, contractId, milestoneId ?? ''].join(' ')

/**
 * Which deadlines to remind of today, each once three days and once one day before. Where the app
 * was closed on that day it is told on the next, until the deadline is past. Money that arrives by
 * itself asks for nothing, so nobody is told. Pure: it tells nothing and moves nothing.
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
