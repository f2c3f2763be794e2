import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { expect, vi } from 'vitest'
import { bookAnswer } from '../../main/answers/book-answer.ts'
import { accepted } from '../../main/answers/outcome.ts'
import type { Book } from '../../main/book/book.ts'
import { matchStatement } from '../../main/electron/commands/match-statement.ts'
import type { Context, HostCommand } from '../../main/electron/ipc/context.ts'
import { push, pushChanges, pushUnnamed } from '../../main/electron/ipc/push.ts'
import { stopJob } from '../../main/electron/jobs.ts'
import { PreferenceFile } from '../../main/electron/preferences.ts'
import { applyStatement } from '../../main/reconcile/apply.ts'
import { Statements } from '../../main/reconcile/statements.ts'
import { type Bridge, type Pushes, pushChannel } from '../../shared/api/bridge.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { statementShape } from '../../shared/reconcile/statement.ts'
import { newFolder, openBook, recordAll, TODAY } from '../book/fixture.ts'
import { callsOn } from '../electron/ipc/context.ts'
import { type PageStandIn, standInForPage } from './outside-a-page.ts'

type Message = { readonly type: string } & Readonly<Record<string, unknown>>

/** How many turns of the event loop without a call mean that nothing follows. */
const QUIET_TURNS = 5

interface HeldAnswer {
  readonly message: Message
  readonly deliver: () => void
}

/** A page's bridge to a real book, and what a test can do to it. */
interface BridgeToBook {
  readonly bridge: Bridge
  /** Every query and command so far. */
  readonly asked: readonly Message[]
  readonly preferences: PreferenceFile
  push<N extends keyof Pushes>(name: N, what: Pushes[N]): void
  /**
   * Holds back the answers to what is asked from now on, and returns them in the order of asking.
   */
  hold(): readonly HeldAnswer[]
  /** Answers at once again. */
  release(): void
  /** Resolves once everything asked, but what is held back, has been answered and followed up. */
  settled(): Promise<void>
}

/**
 * Loads the page's modules afresh, over a stand-in page whose bridge leads to this book; import
 * them after this. What is asked before the book is open waits for it.
 */
export async function pageOn(book: Book | Promise<Book>): Promise<BridgeToBook & { readonly page: PageStandIn }> {
  vi.resetModules()
  const calls = await bridgeTo(Promise.resolve(book), TODAY)
  return { ...calls, page: standInForPage('en-US', calls.bridge) }
}

/**
 * Stands in for a page, to be called before modules of the page are imported. Returns a function
 * that opens a real book after some commands, which must be accepted, and connects the bridge of
 * the modules already loaded to it.
 */
export function pageOnBooks(
  today: IsoDate,
): (...commands: readonly EscrowCommandInput[]) => Promise<BridgeToBook & { readonly book: Book }> {
  standInForPage()
  return async (...commands) => {
    const now = (): Date => new Date(`${today}T12:00:00Z`)
    const book = await recordAll(await openBook(newFolder(), { today: () => today, now }), commands)
    const calls = await bridgeTo(Promise.resolve(book), today)
    Object.assign(window.escrowbook, calls.bridge)
    return { ...calls, book }
  }
}

/**
 * A bridge answered in this process by main's own code: messages are cloned as IPC does, parsed,
 * and given to the engine and store of a real book. Commands that need a window are refused.
 */
async function bridgeTo(opening: Promise<Book>, today: IsoDate): Promise<BridgeToBook> {
  const pushes = new EventTarget()
  const window = windowOf(pushes)
  const preferences = PreferenceFile.open(join(newFolder(), '../preferences.json'))
  const ready = opening.then(book => {
    pushChanges(book, window)
    const statements = new Statements({
      book,
      locale: 'en',
      today: () => today,
      keptColumns: header => preferences.get().statementColumns[statementShape(header)],
    })
    return callsOn(book, problem => expect.unreachable(String(problem)), 'en', {
      today: () => today,
      preferences: () => preferences.get(),
      matchStatement: query => matchStatement(statements, window, query),
      carryOut: command => carryOut(command, { book, statements, preferences, window, today }),
    })
  })
  const asked: Message[] = []
  let held: HeldAnswer[] | null = null
  let underWay = 0
  const through =
    (name: 'query' | 'execute') =>
    async (message: Message): Promise<never> => {
      asked.push(message)
      const delivered = held === null ? undefined : heldIn(held, message)
      underWay += 1
      const answering = ready.then((calls): Promise<unknown> => calls[name](structuredClone(message)))
      const answer = structuredClone(await answering.finally(() => (underWay -= 1)))
      await delivered
      return answer as never
    }
  return {
    bridge: {
      query: through('query') as Bridge['query'],
      execute: through('execute') as Bridge['execute'],
      on: (name, listener) => {
        const hear = (event: Event): void => listener((event as CustomEvent).detail)
        pushes.addEventListener(pushChannel(name), hear)
        return () => pushes.removeEventListener(pushChannel(name), hear)
      },
    },
    asked,
    preferences,
    push: (name, what) => push(window, name, what),
    hold: () => {
      held = []
      return held
    },
    release: () => {
      held = null
    },
    settled: async () => {
      for (let quiet = 0; quiet < QUIET_TURNS; quiet = underWay === 0 ? quiet + 1 : 0)
        await new Promise(done => setImmediate(done))
    },
  }
}

/** Holds back one answer; resolves once it is delivered. */
function heldIn(held: HeldAnswer[], message: Message): Promise<void> {
  return new Promise(deliver => {
    held.push({ message, deliver })
  })
}

/** The window that main pushes to; copies what is pushed, as IPC does. */
function windowOf(pushes: EventTarget): BrowserWindow {
  return {
    isDestroyed: () => false,
    webContents: {
      send: (channel: string, what: unknown) =>
        pushes.dispatchEvent(new CustomEvent(channel, { detail: structuredClone(what) })),
    },
  } as unknown as BrowserWindow
}

interface Host {
  readonly book: Book
  readonly statements: Statements
  readonly preferences: PreferenceFile
  readonly window: BrowserWindow
  readonly today: IsoDate
}

/** The app's part of commands that need no window. */
async function carryOut(command: HostCommand, host: Host): ReturnType<Context['carryOut']> {
  const { book, statements, preferences, window, today } = host
  switch (command.type) {
    case 'set-preference': {
      const { type: _, ...change } = command
      const unkept = preferences.set(change)
      if (unkept !== undefined) return unkept
      pushUnnamed(book, window)
      return accepted(preferences.get())
    }
    case 'back-up': {
      const backedUp = await book.backUp('asked')
      return backedUp.ok ? accepted(backedUp.backup) : backedUp
    }
    case 'restore-backup': {
      const restored = await book.restore(command.id)
      return restored.ok ? accepted(bookAnswer({ book, sample: false, today: () => today, locale: 'en' })) : restored
    }
    case 'apply-statement':
      return applyStatement(book, statements, command)
    case 'cancel':
      return accepted({ stopped: stopJob(command.job) })
    default:
      throw new Error(`${command.type} needs a window`)
  }
}
