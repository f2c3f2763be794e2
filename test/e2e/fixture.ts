import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, type Page } from '@playwright/test'
import { openDisplay } from '../../tools/display.mjs'
import { launchApp } from '../../tools/launch-app.mjs'
import { electronPath } from './electron-path.ts'

interface Options {
  /** The day the app takes for today, `YYYY-MM-DD`; undefined for the real one. */
  today: string | undefined
  /**
   * What is wrong with the world before the first start: each is done to the book's folder, which
   * may not exist yet.
   */
  faults: readonly ((book: string) => Promise<void>)[]
}

interface Fixtures {
  /** A folder of the test's own, removed afterwards. */
  scratch: string
  /** The book's folder in it. */
  book: string
  /**
   * Starts the app on the book, again after a close or beside another; whatever is still open is
   * closed after the test.
   */
  launch: (options?: { env?: NodeJS.ProcessEnv; args?: string[] }) => Promise<ElectronApplication>
  /** The app, started. */
  app: ElectronApplication
  /** Its window. */
  page: Page
}

interface WorkerFixtures {
  /**
   * The display this worker draws on: the screen there is, or an Xvfb of its own, so that no other
   * test takes the focus or the clipboard. Its value are the switches that Chromium needs for it:
   * behind an Xvfb there is no graphics card, which it would look for at each start.
   */
  display: readonly string[]
}

/**
 * Ends an app whatever a test left typed in it: a window that is destroyed does not ask whether
 * that may be lost.
 */
async function leave(app: ElectronApplication): Promise<void> {
  const destroyed = app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
  })
  // It may have gone by itself.
  await destroyed.catch(() => {})
  await app.close()
}

/** A test in the built app, on a book and a userData of its own. */
export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  today: [undefined, { option: true }],
  faults: [[], { option: true }],
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
  launch: async ({ scratch, book, today, display }, use, testInfo) => {
    const open = new Set<ElectronApplication>()
    let printed = ''
    await use(async ({ env, args = [] } = {}) => {
      const app = await launchApp({
        electron: electronPath(),
        book,
        userData: join(scratch, 'userData'),
        env: { ESCROWBOOK_TODAY: today, ...env },
        args: [...display, ...args],
      })
      open.add(app)
      app.once('close', () => open.delete(app))
      for (const stream of [app.process().stdout, app.process().stderr]) {
        stream?.on('data', (text: Buffer) => {
          printed += text.toString()
        })
      }
      return app
    })
    await Promise.all([...open].map(leave))
    if (testInfo.status !== testInfo.expectedStatus)
      await testInfo.attach('what the app printed', { body: printed, contentType: 'text/plain' })
  },
  app: async ({ launch }, use) => use(await launch()),
  page: async ({ app }, use) => {
    const page = await app.firstWindow()
    await page.waitForLoadState()
    await use(page)
  },
})
export { expect } from '@playwright/test'
