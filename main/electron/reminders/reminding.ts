import { app, type BrowserWindow, Notification } from 'electron'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { z } from 'zod'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { say, type Voice } from '../../../shared/words/say.ts'
import type { Book } from '../../book/book.ts'
import { deadlinesOf } from '../../escrow/deadlines.ts'
import type { Formats } from '../formats.ts'
import { push } from '../ipc/push.ts'
import { bringToFront } from '../window/showing.ts'
import { dueReminders, type Reminder } from './reminders.ts'

/** After the start, so that nothing waits for it. */
const FIRST_MS = 5_000
const EVERY_MS = 3_600_000
/** As in electron-builder.yml: Windows shows notifications only of an app that it knows by this. */
const APP_ID = 'example.escrowbook.app'

/**
 * What reminding works on. `file` remembers what was told; one a book, for only one instance has a
 * book open.
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
 * Tells of deadlines by the system's notifications while the app is open. Pressing one opens its
 * contract; nothing is recorded.
 */
export function startReminding(place: RemindingContext): void {
  app.setAppUserModelId(APP_ID)
  // What goes wrong here is worth no word: the deadlines stand on the screens too.
  const remind = (): void => void remindNow(place).catch(() => undefined)
  const timers = [setTimeout(remind, FIRST_MS), setInterval(remind, EVERY_MS)]
  place.window.once('closed', () => timers.forEach(clearTimeout))
}

async function remindNow(place: RemindingContext): Promise<void> {
  if (!place.isWanted()) return
  const adapter = new JSONFile<readonly string[]>(place.file)
  // What cannot be read of it is as if never told: a reminder too many harms less than none.
  const kept = z.array(z.string()).safeParse(await adapter.read().catch(() => null))
  const today = place.today()
  const current = [...place.book.contracts()].filter(state => !state.archived)
  const deadlines = current.flatMap(state => deadlinesOf(state, today))
  const due = dueReminders(deadlines, today, kept.success ? kept.data : [])
  const [first] = due.reminders
  if (first === undefined || !Notification.isSupported()) return
  // Before it is told: once is the promise, even where showing it fails.
  const low = new Low<readonly string[]>(adapter, due.told)
  await low.write()
  if (due.together)
    show(
      place,
      first,
      say('reminder.many', { count: due.reminders.length }, voiceOf(place, first)),
      'reminder.many-body',
    )
  else for (const each of due.reminders) show(place, each, titleOf(place, each), 'reminder.body')
}

function titleOf(place: RemindingContext, reminder: Reminder): string {
  const voice = voiceOf(place, reminder)
  return say(
    'reminder.title',
    { kind: reminder.deadline.kind, when: say('reminder.when', { days: reminder.days }, voice) },
    voice,
  )
}

function voiceOf({ book, formats }: RemindingContext, { deadline }: Reminder): Voice {
  return { locale: formats.locale, decimals: book.contract(deadline.contractId)?.decimals ?? 2 }
}

function show(
  place: RemindingContext,
  reminder: Reminder,
  title: string,
  body: 'reminder.body' | 'reminder.many-body',
): void {
  const { contractId, amount } = reminder.deadline
  const contract = place.book.contract(contractId)
  if (contract === undefined) return
  const params = { contract: contract.title, amount: { money: amount }, currency: contract.currency }
  const notification = new Notification({ title, body: say(body, params, voiceOf(place, reminder)) })
  notification.on('click', () => {
    if (place.window.isDestroyed()) return
    bringToFront(place.window)
    push(place.window, 'menu', { action: 'open-contract', contractId })
  })
  notification.show()
}
