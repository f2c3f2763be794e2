import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { onTestFinished } from 'vitest'
import type { Book } from '../../../../main/book/book.ts'
import { matchStatement } from '../../../../main/electron/commands/match-statement.ts'
import type { HostCommand } from '../../../../main/electron/ipc/context.ts'
import { pushChanges } from '../../../../main/electron/ipc/push.ts'
import { stopJob } from '../../../../main/electron/jobs.ts'
import { PreferenceFile } from '../../../../main/electron/preferences.ts'
import { applyStatement } from '../../../../main/reconcile/apply.ts'
import { Statements } from '../../../../main/reconcile/statements.ts'
import type { Bridge } from '../../../../shared/api/bridge.ts'
import type { QueryInput } from '../../../../shared/api/queries.ts'
import type { EscrowCommandInput } from '../../../../shared/contract/commands.ts'
import type { IsoDate } from '../../../../shared/dates/calendar.ts'
import { statementShape } from '../../../../shared/reconcile/statement.ts'
import { callsOn } from '../../../electron/ipc/context.ts'
import { bookOn } from '../../../queries/open-book.ts'
import { standInForPage } from '../../outside-a-page.ts'

/** The day of these tests. */
export const TODAY = '2026-11-20' as IsoDate

/** A page's bridge answered by main's own code in this process. */
export interface InProcess {
  readonly book: Book
  readonly preferences: PreferenceFile
  /** The queries of the page, in order. */
  readonly asked: readonly QueryInput[]
  /** Holds the next answer to a query until `release` is called. */
  holdNext(): { readonly release: () => void }
}

/**
 * Stands in for a page, to be called before modules of the page are imported. Returns a function
 * that opens a real book after some commands and connects the page's bridge to it.
 */
export function pageOnBooks(): (...commands: readonly EscrowCommandInput[]) => Promise<InProcess> {
  standInForPage()
  return async (...commands) => {
    const book = await bookOn(TODAY, ...commands)
    const preferences = await newPreferences()
    const asked: QueryInput[] = []
    const held: Promise<void>[] = []
    Object.assign(window.escrowbook, bridgeOn(book, preferences, asked, held))
    return {
      book,
      preferences,
      asked,
      holdNext() {
        let release = (): void => undefined
        held.push(
          new Promise(resolve => {
            release = resolve
          }),
        )
        return { release }
      },
    }
  }
}

async function newPreferences(): Promise<PreferenceFile> {
  const folder = await mkdtemp(join(tmpdir(), 'escrowbook-preferences-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return PreferenceFile.open(join(folder, 'preferences.json'))
}

/** Copies each message, as IPC does. */
function bridgeOn(book: Book, preferences: PreferenceFile, asked: QueryInput[], held: Promise<void>[]): Bridge {
  const pushes = new EventTarget()
  // Main only sends to its window; this is the one part of Electron that is replaced.
  const window = {
    isDestroyed: () => false,
    webContents: {
      send: (channel: string, what: unknown) =>
        pushes.dispatchEvent(new CustomEvent(channel, { detail: structuredClone(what) })),
    },
  } as unknown as BrowserWindow
  const statements = new Statements({
    book,
    locale: 'en',
    today: () => TODAY,
    keptColumns: header => preferences.get().statementColumns[statementShape(header)],
  })
  const calls = callsOn(
    book,
    problem => {
      throw problem
    },
    'en',
    {
      today: () => TODAY,
      preferences: () => preferences.get(),
      matchStatement: query => matchStatement(statements, window, query),
      carryOut: command => carryOut(command, book, statements, preferences) as never,
    },
  )
  pushChanges(book, window)
  return {
    execute: async command => structuredClone(await calls.execute(structuredClone(command))) as never,
    query: async query => {
      asked.push(query)
      const hold = held.shift()
      const answer = await calls.query(structuredClone(query))
      await hold
      return structuredClone(answer) as never
    },
    on: (name, listener) => {
      const hear = (event: Event): void => listener((event as CustomEvent).detail)
      pushes.addEventListener(`escrowbook:on:${name}`, hear)
      return () => pushes.removeEventListener(`escrowbook:on:${name}`, hear)
    },
  }
}

/** Carries out the app commands of this screen; none of them needs Electron. */
async function carryOut(command: HostCommand, book: Book, statements: Statements, preferences: PreferenceFile) {
  switch (command.type) {
    case 'apply-statement':
      return applyStatement(book, statements, command)
    case 'cancel':
      return { ok: true, value: { stopped: stopJob(command.job) } }
    case 'set-preference': {
      const { type: _, ...change } = command
      await preferences.set(change)
      return { ok: true, value: preferences.get() }
    }
    default:
      throw new Error(`${command.type} needs Electron`)
  }
}
