import { join } from 'node:path'
import { launchApp } from '../launch-app.mjs'

/**
 * The context of a step. After `restart()`, use the page and the app that it returns.
 * @typedef {object} Stage
 * @property {import('@playwright/test').Page} page
 * @property {import('@playwright/test').ElectronApplication} app
 * @property {string} book the book's folder
 * @property {string} statement the path for the printed statement
 * @property {() => Promise<{ page: import('@playwright/test').Page, app: import('@playwright/test').ElectronApplication }>} restart quits the app and starts it again on the same book
 */

/**
 * One thing that a person does or sees. Throws unless it happens as its name says; a picture is
 * taken after it.
 * @typedef {{ name: string, run: (stage: Stage) => Promise<void> }} Step
 */

/** The statement's file name, in the pictures' folder. */
export const STATEMENT = 'statement.pdf'

const STEP_LIMIT_MS = 60_000
const ACTION_LIMIT_MS = 10_000

/**
 * Runs the steps in order in one app, taking a numbered picture after each. Returns the first step
 * that fails, or undefined.
 * @param {Step[]} steps
 * @param {{ electron: string, scratch: string, pictures: string, env: Record<string, string> }} where
 * @returns {Promise<{ step: string, message: string } | undefined>}
 */
export async function runSteps(steps, { electron, scratch, pictures, env }) {
  const book = join(scratch, 'book')
  let printed = ''
  const open = async () => {
    const app = await launchApp({ electron, book, userData: join(scratch, 'userData'), env })
    for (const stream of [app.process().stdout, app.process().stderr]) {
      stream?.on('data', text => {
        printed += text
      })
    }
    const page = await app.firstWindow()
    page.setDefaultTimeout(ACTION_LIMIT_MS)
    return { app, page }
  }
  const restart = async () => {
    await current.app.close()
    current = await open()
    return current
  }
  const picture = (/** @type {number} */ index, /** @type {string} */ name) =>
    current.page.screenshot({ path: join(pictures, `${String(index + 1).padStart(2, '0')}-${fileName(name)}.png`) })

  let step = 'the app opens its window'
  let index = 0
  /** @type {Awaited<ReturnType<typeof open>>} */
  let current
  try {
    current = await open()
  } catch (error) {
    return { step, message: `${messageOf(error)}\n${printed}` }
  }
  try {
    for (const { name, run } of steps) {
      step = name
      await withinLimit(run({ ...current, book, statement: join(pictures, STATEMENT), restart }))
      await picture(index, name)
      console.log(`${String(++index).padStart(2)}. ${name}`)
    }
    return undefined
  } catch (error) {
    await picture(index, `failed-${step}`).catch(() => {})
    return { step, message: `${messageOf(error)}\n${printed}` }
  } finally {
    await current.app.close().catch(() => {})
  }
}

/** @param {Promise<void>} work */
async function withinLimit(work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const limit = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new Error(`it took more than ${STEP_LIMIT_MS / 1000} s`)), STEP_LIMIT_MS)
  })
  await Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

/** @param {string} name */
const fileName = name =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** @param {unknown} error */
const messageOf = error => (error instanceof Error ? error.message : String(error))
