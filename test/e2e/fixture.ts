import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import { openDisplay } from '../../tools/display.mjs'
import { SharedApps } from './shared-app.ts'
import { StartedApp } from './started-app.ts'

interface Options {
  /** The day the app takes for today, `YYYY-MM-DD`; undefined for the real one. */
  today: string | undefined
  /**
   * Faults to set up before the first start. Each gets the book's folder, which may not exist yet.
   */
  faults: readonly ((book: string) => Promise<void>)[]
  /** Errors in the app that the test causes on purpose; any other fails it. */
  expectedErrors: readonly RegExp[]
}

interface Fixtures {
  /** A folder for this test, removed afterwards. */
  scratch: string
  /** The folder of the book, inside `scratch`. */
  book: string
  /**
   * Starts the app on the book, also again after it was closed or next to another; apps still open
   * are closed after the test.
   */
  launch: (options?: { env?: NodeJS.ProcessEnv; args?: string[] }) => Promise<ElectronApplication>
  /** The started app. */
  app: ElectronApplication
  /** Its window. */
  page: Page
}

interface WorkerFixtures {
  /**
   * The display of this worker: the screen of the computer, or an Xvfb of its own, so that no other
   * test takes the focus or the clipboard. Its value is the list of switches that Chromium needs
   * for it: an Xvfb has no graphics card, and Chromium would look for one at each start.
   */
  display: readonly string[]
  /** The apps that the tests of this worker share: see `on-shared-app.ts`. */
  sharedApps: SharedApps
}

/** A test in the built app, with its own book and userData. */
export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  today: [undefined, { option: true }],
  faults: [[], { option: true }],
  expectedErrors: [[], { option: true }],
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
    async ({}, use) => {
      const display = await openDisplay()
      Object.assign(process.env, display.env)
      await use(display.env['DISPLAY'] === undefined ? [] : ['--disable-gpu'])
      await display.stop()
    },
    { scope: 'worker', auto: true },
  ],
  sharedApps: [
    async ({ display }, use) => {
      const apps = new SharedApps(display)
      await use(apps)
      await apps.end()
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
  scratch: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'escrowbook-test-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  book: async ({ scratch, faults }, use) => {
    const folder = join(scratch, 'book')
    for (const fault of faults) await fault(folder)
    await use(folder)
  },
  launch: async ({ scratch, book, today, expectedErrors, display }, use, testInfo) => {
    const all: StartedApp[] = []
    const open = new Set<StartedApp>()
    await use(async ({ env, args = [] } = {}) => {
      const started = await StartedApp.launch({ scratch, book, today, env, args: [...display, ...args] })
      all.push(started)
      open.add(started)
      started.app.once('close', () => open.delete(started))
      return started.app
    })
    await Promise.all([...open].map(started => started.end()))
    const reports = await Promise.all(all.map(started => started.takeReport()))
    if (testInfo.status !== testInfo.expectedStatus) {
      const body = reports.map(({ printed }) => printed).join('')
      await testInfo.attach('what the app printed', { body, contentType: 'text/plain' })
    }
    const errors = reports.flatMap(report => report.errors)
    const unexpected = errors.filter(error => !expectedErrors.some(expected => expected.test(error)))
    expect(unexpected, 'errors in the app').toEqual([])
  },
  app: async ({ launch }, use) => use(await launch()),
  page: async ({ app }, use) => {
    const page = await app.firstWindow()
    await page.waitForLoadState()
    await use(page)
  },
})
export { expect } from '@playwright/test'
