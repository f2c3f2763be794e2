import { join } from 'node:path'
import type { ConsoleMessage, ElectronApplication, Page } from '@playwright/test'
import { launchApp } from '../../tools/launch-app.mjs'
import { electronPath } from './electron-path.ts'

/** The options for starting the app. */
export interface Start {
  /** The folder for everything of this app but its book. */
  readonly scratch: string
  readonly book: string
  /** The day the app takes for today, `YYYY-MM-DD`; undefined for the real one. */
  readonly today: string | undefined
  readonly env?: NodeJS.ProcessEnv | undefined
  readonly args?: readonly string[]
}

/**
 * An error printed by the app's own process. Chromium's lines, which begin with a bracket, are
 * about the computer.
 */
const PRINTED_ERROR = /^(?!\[\d+:).*(?:\b[A-Z]\w*Error\b|Uncaught Exception|UnhandledPromiseRejection).*$/gm

/** A started app, its output, and its errors. */
export class StartedApp {
  readonly app: ElectronApplication
  #printed = ''
  #errors = new Set<string>()
  readonly #early: Promise<void>[] = []

  private constructor(app: ElectronApplication) {
    this.app = app
    for (const stream of [app.process().stdout, app.process().stderr])
      stream?.on('data', (text: Buffer) => {
        this.#printed += text.toString()
      })
    for (const page of app.windows()) this.#watch(page)
    app.on('window', page => this.#watch(page))
  }

  static async launch({ scratch, book, today, env, args = [] }: Start): Promise<StartedApp> {
    const app = await launchApp({
      electron: electronPath(),
      book,
      userData: join(scratch, 'userData'),
      env: { ESCROWBOOK_TODAY: today, ...env },
      args: [...args],
    })
    return new StartedApp(app)
  }

  /** The output and errors since the last call. */
  async takeReport(): Promise<{ readonly printed: string; readonly errors: readonly string[] }> {
    await Promise.all(this.#early.splice(0))
    const printed = this.#printed
    const errors = [...this.#errors, ...(printed.match(PRINTED_ERROR) ?? [])]
    this.#printed = ''
    this.#errors = new Set()
    return { printed, errors }
  }

  /** Ends the app, even with unsaved input: destroyed windows do not ask about that. */
  async end(): Promise<void> {
    const destroyed = this.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.destroy()
    })
    // It may have ended already.
    await destroyed.catch(() => {})
    await this.app.close()
  }

  #watch(page: Page): void {
    const failed = (error: Error): void => void this.#errors.add(`page: ${error.stack ?? error.message}`)
    const wrote = (message: ConsoleMessage): void => {
      if (message.type() === 'error') this.#errors.add(`console: ${message.text()}`)
    }
    page.on('pageerror', failed)
    page.on('console', wrote)
    // Messages from before Playwright announced the page.
    const early = Promise.all([page.pageErrors(), page.consoleMessages()])
    this.#early.push(
      early.then(
        ([errors, messages]) => {
          errors.forEach(failed)
          messages.forEach(wrote)
        },
        () => {},
      ),
    )
  }
}
