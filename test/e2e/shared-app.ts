import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { discardUnsaved } from '../../tools/launch-app.mjs'
import { asked, execute, openContract } from './bridge.ts'
import { StartedApp } from './started-app.ts'
import { LOOKED_AT } from './visiting.ts'
import { writeBook, writeSample } from './written-book.ts'

/** The contents of the book at the start of a test: nothing, or the sample contracts. */
export type Contents = 'empty' | 'sample'

const writeExport: Readonly<Record<Contents, (folder: string, exportTo: string) => Promise<void>>> = {
  empty: (folder, exportTo) => writeBook({ folder, today: LOOKED_AT, exportTo }, []),
  sample: writeSample,
}

/** The files of an open book that stay when its contents change. */
const KEPT_FILES = /^(journal\.ndjson|book\.json|lock\..*)$/

/** Everything that tests may change outside the book. */
async function stateOf(app: ElectronApplication, page: Page) {
  const window = await app.evaluate(({ BrowserWindow, nativeTheme }) => {
    const windows = BrowserWindow.getAllWindows()
    return {
      windows: windows.length,
      bounds: windows[0]?.getContentBounds(),
      zoom: windows[0]?.webContents.getZoomFactor(),
      theme: nativeTheme.themeSource,
    }
  })
  const inPage = await page.evaluate(() => ({
    address: location.href,
    kept: Object.keys(localStorage),
    media: ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', 'print'].filter(
      query => matchMedia(query).matches,
    ),
  }))
  const { entries: _, head: __, ...book } = await asked(page, { type: 'book' })
  return { window, inPage, preferences: await asked(page, { type: 'preferences' }), book }
}

/**
 * One started app for many tests, each of which finds it in the state of a fresh start: a new book,
 * the original preferences, window and clipboard, and a reloaded page.
 */
export class SharedApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly book: string
  readonly #started: StartedApp
  readonly #scratch: string
  readonly #pristine: Awaited<ReturnType<typeof stateOf>>
  #isEnded = false

  private constructor(
    started: StartedApp,
    page: Page,
    pristine: Awaited<ReturnType<typeof stateOf>>,
    scratch: string,
    book: string,
  ) {
    this.#pristine = pristine
    this.#started = started
    this.app = started.app
    this.page = page
    this.#scratch = scratch
    this.book = book
    this.app.once('close', () => {
      this.#isEnded = true
    })
  }

  static async start(today: string | undefined, args: readonly string[]): Promise<SharedApp> {
    const scratch = await mkdtemp(join(tmpdir(), 'escrowbook-shared-'))
    const book = join(scratch, 'book')
    const started = await StartedApp.launch({ scratch, book, today, args })
    const page = await started.app.firstWindow()
    await page.waitForLoadState()
    const shared = new SharedApp(started, page, await stateOf(started.app, page), scratch, book)
    await shared.#prepare()
    return shared
  }

  /** See `StartedApp.takeReport`. */
  takeReport(): ReturnType<StartedApp['takeReport']> {
    return this.#started.takeReport()
  }

  get isEnded(): boolean {
    return this.#isEnded
  }

  /**
   * Resets the app. Throws if that is impossible: the last test left something that needs a start
   * of its own.
   */
  async renew(contents: Contents): Promise<void> {
    const { page } = this
    await this.#resetWindow()
    await this.#resetPreferences()
    await this.#restore('empty')
    await this.#removeFiles()
    const head = await this.#restore(contents)
    await page.evaluate(() => {
      localStorage.clear()
      sessionStorage.clear()
    })
    // Loads another document, since the address has no fragment.
    await page.goto(this.#pristine.inPage.address)
    await this.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.navigationHistory.clear(),
    )
    expect(await stateOf(this.app, page), 'left behind by the test before').toEqual(this.#pristine)
    expect((await asked(page, { type: 'book' })).head, 'recorded by the test before').toBe(head)
    expect((await this.takeReport()).errors, 'errors after the test before').toEqual([])
  }

  async end(): Promise<void> {
    if (!this.#isEnded) await this.#started.end()
    await rm(this.#scratch, { recursive: true, force: true })
  }

  async #prepare(): Promise<void> {
    const { app, page } = this
    // Tests answer the system's dialogs themselves.
    await app.evaluate(({ dialog }) => Object.assign(globalThis, { ownDialogs: { ...dialog } }))
    // The daily backup is made once, so that it disturbs no test.
    for (const _ of [1, 2]) await openContract(page, [10_000])
    await execute(page, { type: 'back-up' })
  }

  async #resetWindow(): Promise<void> {
    const { page } = this
    page.setDefaultTimeout(30_000)
    await page.emulateMedia({ media: null, colorScheme: 'light', reducedMotion: 'no-preference' })
    await page.mouse.move(-1, -1)
    await page.evaluate(discardUnsaved)
    await this.app.evaluate(({ BrowserWindow, clipboard, dialog }, { bounds, zoom }) => {
      const [window] = BrowserWindow.getAllWindows()
      if (bounds !== undefined) window?.setContentBounds(bounds)
      window?.show()
      window?.focus()
      window?.webContents.setZoomFactor(zoom ?? 1)
      clipboard.clear()
      Object.assign(dialog, (globalThis as unknown as { ownDialogs: object }).ownDialogs)
    }, this.#pristine.window)
  }

  /** Resets changed preferences, except the columns of statements, which can only be added to. */
  async #resetPreferences(): Promise<void> {
    const { page } = this
    const now = await asked(page, { type: 'preferences' })
    const { statementColumns: _, ...before } = this.#pristine.preferences
    const changed = (Object.keys(before) as (keyof typeof before)[]).filter(
      name => !isDeepStrictEqual(now[name], before[name]),
    )
    if (changed.length === 0) return
    const restored = Object.fromEntries(changed.map(name => [name, before[name]]))
    // Another format reloads the page.
    const isReloaded = changed.includes('numberFormat') || changed.includes('dateFormat')
    const loaded = isReloaded ? page.waitForEvent('load') : undefined
    await execute(page, { type: 'set-preference', ...restored })
    await loaded
  }

  /** Replaces the book by one with these contents; returns its head. */
  async #restore(contents: Contents): Promise<string> {
    const path = join(this.#scratch, `${contents}.json`)
    if (!existsSync(path)) await writeExport[contents](join(this.#scratch, `of-${contents}`), path)
    const restored = await execute(this.page, { type: 'restore-export', path })
    if (!restored.ok) throw new Error(restored.error.message)
    return (await asked(this.page, { type: 'book' })).head
  }

  /** Removes backups and whatever else a test left in the book's folder. */
  async #removeFiles(): Promise<void> {
    for (const name of await readdir(this.book))
      if (!KEPT_FILES.test(name)) await rm(join(this.book, name), { recursive: true })
  }
}

/** The apps that the tests of one worker share: one for each day taken as today. */
export class SharedApps {
  readonly #args: readonly string[]
  readonly #apps = new Map<string | undefined, SharedApp>()

  constructor(args: readonly string[]) {
    this.#args = args
  }

  /** The app of a day in the state of a fresh start, with a book of these contents. */
  async renewed(today: string | undefined, contents: Contents): Promise<SharedApp> {
    let app = this.#apps.get(today)
    if (app === undefined || app.isEnded) {
      await app?.end()
      app = await SharedApp.start(today, this.#args)
      this.#apps.set(today, app)
    }
    await app.renew(contents)
    return app
  }

  async end(): Promise<void> {
    await Promise.all([...this.#apps.values()].map(app => app.end()))
  }
}
