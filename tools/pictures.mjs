// Takes a picture of every screen, dialog and menu of the built app, light and dark, into
// docs/pictures/. With names after `--` it takes only those.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from './compile.mjs'
import { openDisplay } from './display.mjs'
import { launchApp } from './launch-app.mjs'
import { emptyScenes, readOnlyScenes, sampleScenes } from './pictures/scenes.mjs'
import { smallPng } from './pictures/small-png.mjs'
import { ROOT } from './program.mjs'
import { readyRuntime } from './runtime/ready.mjs'

// A day of its own, so that two runs differ only where the app does.
const TODAY = /** @type {import('../shared/dates/calendar.ts').IsoDate} */ ('2026-11-20')
const SIZES = { '': { width: 1280, height: 800 }, '-800': { width: 800, height: 600 } }
const THEMES = /** @type {const} */ (['light', 'dark'])
const ACTION_LIMIT_MS = 10_000
/** What of the screen behind it is in the picture of a dialog. */
const MARGIN = 24

const folder = join(ROOT, 'docs/pictures')
const wanted = process.argv.slice(2)

/**
 * Starts the app on a book, shows each scene in turn and takes its pictures.
 * @param {Omit<Parameters<typeof launchApp>[0], 'userData'> & { scratch: string }} where
 * @param {readonly import('./pictures/scenes.mjs').Scene[]} scenes
 */
async function take({ scratch, ...where }, scenes) {
  const chosen = scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  if (chosen.length === 0) return
  const app = await launchApp({ ...where, userData: await mkdtemp(join(scratch, 'userData-')) })
  try {
    const page = await app.firstWindow()
    page.setDefaultTimeout(ACTION_LIMIT_MS)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const { name, small = false, only, show } of chosen) {
      for (const [suffix, size] of Object.entries(SIZES)) {
        if (suffix !== '' && !small) continue
        await app.evaluate(
          ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
          size,
        )
        await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
        await show(page)
        // Where it points at nothing.
        await page.mouse.move(1, 1)
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme })
          const picture = await page.screenshot({
            animations: 'disabled',
            ...(only !== undefined && { clip: await around(page, only) }),
          })
          await writeFile(join(folder, `${name}${suffix}-${colorScheme}.png`), smallPng(picture))
        }
      }
      console.log(name)
    }
  } finally {
    await app.close()
  }
}

/**
 * What stands around the upper of the elements that fit.
 * @param {import('@playwright/test').Page} page
 * @param {string} selector
 */
async function around(page, selector) {
  const box = await page.locator(selector).last().boundingBox()
  if (box === null) throw new Error(`nothing to see of ${selector}`)
  const [x, y] = [Math.max(0, Math.floor(box.x) - MARGIN), Math.max(0, Math.floor(box.y) - MARGIN)]
  const [right, bottom] = [Math.ceil(box.x + box.width) + MARGIN, Math.ceil(box.y + box.height) + MARGIN]
  return { x, y, width: Math.min(right, SIZES[''].width) - x, height: Math.min(bottom, SIZES[''].height) - y }
}

async function pictures() {
  const electron = await readyRuntime()
  await mkdir(folder, { recursive: true })
  // Always the same, as it is to be seen in the pictures.
  const scratch = join(tmpdir(), 'Escrowbook pictures')
  await rm(scratch, { recursive: true, force: true })
  await mkdir(scratch)
  const display = await openDisplay()
  try {
    const sample = join(scratch, 'Sample book')
    const entries = {
      sample: 'main/sample/sample-book.ts',
      scenes: 'tools/pictures/place-scenes.ts',
      damaged: 'test/e2e/damaged.ts',
    }
    const moduleOf = await compile('pictures', entries)
    /** @type {typeof import('../main/sample/sample-book.ts')} */
    const { ensureSampleBook } = await import(moduleOf('sample').href)
    /** @type {typeof import('./pictures/place-scenes.ts')} */
    const { placeScenes } = await import(moduleOf('scenes').href)
    /** @type {typeof import('../test/e2e/damaged.ts')} */
    const { damaged } = await import(moduleOf('damaged').href)
    await ensureSampleBook(sample, TODAY, () => new Date(`${TODAY}T09:00:00Z`))
    const env = { ...display.env, ESCROWBOOK_TODAY: TODAY, TZ: 'UTC' }
    await take({ electron, book: sample, env, scratch }, [...placeScenes, ...sampleScenes])
    const readOnly = join(scratch, 'Damaged book')
    await cp(sample, readOnly, { recursive: true })
    await damaged(readOnly)
    await take({ electron, book: readOnly, env, scratch }, readOnlyScenes)
    await take({ electron, book: join(scratch, 'My book'), env, scratch }, emptyScenes)
  } finally {
    await display.stop()
    await rm(scratch, { recursive: true, force: true })
  }
}

try {
  await pictures()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
