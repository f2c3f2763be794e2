import { type BrowserWindow, Notification } from 'electron'
import { z } from 'zod'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { fromToday } from '../../../shared/words/from-today.ts'
import { say, type Voice } from '../../../shared/words/say.ts'
import type { Book } from '../../book/book.ts'
import { readOwn, writeOwn } from '../../book/folder/own-file.ts'
import { deadlinesOf } from '../../escrow/deadlines.ts'
import type { Formats } from '../formats.ts'
import { push } from '../ipc/push.ts'
import { bringToFront } from '../window/showing.ts'
import { dueReminders, type Reminder } from './reminders.ts'

/** Delayed after the start, so that nothing waits for it. */
const FIRST_MS = 5_000
const EVERY_MS = 3_600_000

/**
 * Everything that reminding works on. `file` remembers what was shown; one file a book, as only one
 * instance has a book open.
 */
export interface RemindingContext {
  readonly book: Book
  readonly window: BrowserWindow
  readonly file: string
  readonly formats: Formats
  today(): IsoDate
  isWanted(): boolean
}

/**
 * Shows the system's notifications about deadlines while the app is open. Clicking one opens its
 * contract; nothing is recorded.
 */
export function startReminding(context: RemindingContext): void {
  // Errors are ignored: the deadlines are on the screens too.
  const remind = (): void => void remindNow(context).catch(() => undefined)
  const timers = [setTimeout(remind, FIRST_MS), setInterval(remind, EVERY_MS)]
  context.window.once('closed', () => timers.forEach(clearTimeout))
}

async function remindNow(context: RemindingContext): Promise<void> {
  if (!context.isWanted()) return
  const today = context.today()
  const current = [...context.book.contracts()].filter(state => !state.archived)
  const deadlines = current.flatMap(state => deadlinesOf(state, today))
  const due = dueReminders(deadlines, today, remindedIn(context.file))
  const [first] = due.reminders
  if (first === undefined || !Notification.isSupported()) return
  // Write before showing: the promise is once, even if showing fails.
  writeOwn(context.file, JSON.stringify(due.told))
  if (due.together)
    show(
      context,
      first,
      say('reminder.many', { count: due.reminders.length }, voiceOf(context, first)),
      'reminder.many-body',
    )
  else for (const each of due.reminders) show(context, each, titleOf(context, each), 'reminder.body')
}

/** The reminders shown so far; an unreadable file counts as empty: rather one too many. */
function remindedIn(file: string): readonly string[] {
  try {
    return z
      .array(z.string())
      .catch([])
      .parse(JSON.parse(readOwn(file)))
  } catch {
    return []
  }
}

function titleOf(context: RemindingContext, reminder: Reminder): string {
  const voice = voiceOf(context, reminder)
  return say('reminder.title', { kind: reminder.deadline.kind, when: fromToday(reminder.days, voice.locale) }, voice)
}

function voiceOf({ book, formats }: RemindingContext, { deadline }: Reminder): Voice {
  return { locale: formats.locale, decimals: book.contract(deadline.contractId)?.decimals ?? 2 }
}

function show(
  context: RemindingContext,
  reminder: Reminder,
  title: string,
  body: 'reminder.body' | 'reminder.many-body',
): void {
  const { contractId, amount } = reminder.deadline
  const contract = context.book.contract(contractId)
  if (contract === undefined) return
  const params = { contract: contract.title, amount: { money: amount }, currency: contract.currency }
  const notification = new Notification({ title, body: say(body, params, voiceOf(context, reminder)) })
  notification.on('click', () => {
    if (context.window.isDestroyed()) return
    bringToFront(context.window)
    push(context.window, 'menu', { action: 'open-contract', contractId })
  })
  notification.show()
}
