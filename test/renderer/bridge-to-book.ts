import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { bookAnswer } from '../../main/answers/book-answer.ts'
import { accepted } from '../../main/answers/outcome.ts'
import type { Book } from '../../main/book/book.ts'
import type { Context, HostCommand } from '../../main/electron/ipc/context.ts'
import { PreferenceFile } from '../../main/electron/preferences.ts'
import type { Bridge, Pushes } from '../../shared/api/bridge.ts'
import { newFolder, TODAY } from '../book/fixture.ts'
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
  const calls = await bridgeTo(Promise.resolve(book))
  return { ...calls, page: standInForPage('en-US', calls.bridge) }
}

/**
 * A bridge answered in this process by main's own code: messages are cloned as IPC does, parsed,
 * and given to the engine and store of a real book. Commands that need a window are refused.
 */
async function bridgeTo(opening: Promise<Book>): Promise<BridgeToBook> {
  const listeners = new Map<string, Set<(push: never) => void>>()
  const push: BridgeToBook['push'] = (name, what) => {
    for (const listener of listeners.get(name) ?? []) listener(what as never)
  }
  const preferences = await PreferenceFile.open(join(newFolder(), '../preferences.json'))
  const ready = opening.then(book => {
    const unnamed = (): void => push('changed', { position: book.info().position, contractIds: [] })
    book.onChanged(change => push('changed', change))
    book.onHealth(unnamed)
    return callsOn(book, problem => expect.unreachable(String(problem)), 'en', {
      preferences: () => preferences.get(),
      carryOut: command => carryOut(command, book, preferences, unnamed),
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
        const all = listeners.get(name) ?? new Set()
        listeners.set(name, all.add(listener as never))
        return () => void all.delete(listener as never)
      },
    },
    asked,
    preferences,
    push,
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

/** The app's part of commands that need no window. */
async function carryOut(
  command: HostCommand,
  book: Book,
  preferences: PreferenceFile,
  changed: () => void,
): ReturnType<Context['carryOut']> {
  switch (command.type) {
    case 'set-preference': {
      const { type: _, ...change } = command
      await preferences.set(change)
      changed()
      return accepted(preferences.get())
    }
    case 'back-up': {
      const backedUp = await book.backUp('asked')
      return backedUp.ok ? accepted(backedUp.backup) : backedUp
    }
    case 'restore-backup': {
      const restored = await book.restore(command.id)
      return restored.ok ? accepted(bookAnswer({ book, sample: false, today: () => TODAY, locale: 'en' })) : restored
    }
    case 'cancel':
      return accepted({ stopped: false })
    default:
      throw new Error(`${command.type} needs a window`)
  }
}
