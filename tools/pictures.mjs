// Takes a picture of every screen, dialog and menu of the built app, light and dark.
//   npm run pictures              all of them, into pictures/ (ignored by git)
//   npm run pictures -- NAME …    only these scenes
//   npm run pictures -- --docs    only those in docs/pictures/, replaced in place
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { compile } from './compile.mjs'
import { openDisplay } from './display.mjs'
import { launchApp } from './launch-app.mjs'
import { emptyScenes, readOnlyScenes, sampleScenes } from './pictures/scenes.mjs'
import { smallPng } from './pictures/small-png.mjs'
import { ROOT } from './program.mjs'
import { readyRuntime } from './runtime/ready.mjs'

// A fixed day, so that two runs differ only if the app does.
const TODAY = /** @type {import('../shared/dates/calendar.ts').IsoDate} */ ('2026-11-20')
const WINDOW = { width: 1280, height: 800 }
const SMALL_WINDOW = { width: 800, height: 600 }
const THEMES = /** @type {const} */ (['light', 'dark'])
const ACTION_LIMIT_MS = 10_000
/** The margin around a dialog in its picture, in pixels. */
const MARGIN = 24

const { values: options, positionals: chosenNames } = parseArgs({
  allowPositionals: true,
  options: { docs: { type: 'boolean', default: false } },
})
const folder = join(ROOT, options.docs ? 'docs/pictures' : 'pictures')
const documented = options.docs ? new Set(await readdir(folder)) : undefined

/**
 * A picture to take.
 * @typedef {{ file: string, size: { width: number, height: number }, colorScheme: 'light' | 'dark' }} Picture
 */

/**
 * The requested pictures of a scene, grouped by window size.
 * @param {import('./pictures/scenes.mjs').Scene} scene
 * @returns {Picture[][]}
 */
function picturesOf({ name, small = false }) {
  if (chosenNames.length > 0 && !chosenNames.includes(name)) return []
  const sizes = [{ suffix: '', size: WINDOW }, ...(small ? [{ suffix: '-800', size: SMALL_WINDOW }] : [])]
  return sizes
    .map(({ suffix, size }) =>
      THEMES.map(colorScheme => ({ file: `${name}${suffix}-${colorScheme}.png`, size, colorScheme })).filter(
        ({ file }) => documented === undefined || documented.has(file),
      ),
    )
    .filter(pictures => pictures.length > 0)
}

/**
 * Starts the app on a book, shows each scene in turn and takes its pictures.
 * @param {Omit<Parameters<typeof launchApp>[0], 'userData'> & { scratch: string }} where
 * @param {readonly import('./pictures/scenes.mjs').Scene[]} scenes
 */
async function take({ scratch, ...where }, scenes) {
  const chosen = scenes.filter(scene => picturesOf(scene).length > 0)
  if (chosen.length === 0) return
  const app = await launchApp({ ...where, userData: await mkdtemp(join(scratch, 'userData-')) })
  try {
    const page = await app.firstWindow()
    page.setDefaultTimeout(ACTION_LIMIT_MS)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const scene of chosen) {
      for (const pictures of picturesOf(scene)) {
        const size = pictures[0]?.size ?? WINDOW
        await app.evaluate(
          ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
          size,
        )
        await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
        await scene.show(page)
        // Move the pointer off anything with a hover style.
        await page.mouse.move(1, 1)
        for (const picture of pictures) await takePicture(page, picture, scene.only)
      }
      console.log(scene.name)
    }
  } finally {
    await app.close()
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {Picture} picture
 * @param {string} [only] a selector: the picture shows this element and a margin
 */
async function takePicture(page, { file, colorScheme }, only) {
  await page.emulateMedia({ colorScheme })
  const taken = await page.screenshot({
    animations: 'disabled',
    ...(only !== undefined && { clip: await around(page, only) }),
  })
  await writeFile(join(folder, file), smallPng(taken))
}

/**
 * The rectangle around the topmost of the matching elements.
 * @param {import('@playwright/test').Page} page
 * @param {string} selector
 */
async function around(page, selector) {
  const box = await page.locator(selector).last().boundingBox()
  if (box === null) throw new Error(`${selector} is not visible`)
  const [x, y] = [Math.max(0, Math.floor(box.x) - MARGIN), Math.max(0, Math.floor(box.y) - MARGIN)]
  const [right, bottom] = [Math.ceil(box.x + box.width) + MARGIN, Math.ceil(box.y + box.height) + MARGIN]
  return { x, y, width: Math.min(right, WINDOW.width) - x, height: Math.min(bottom, WINDOW.height) - y }
}

/**
 * Rejects a name on the command line that no scene has, and a documented picture that no scene
 * takes.
 * @param {readonly import('./pictures/scenes.mjs').Scene[]} scenes
 */
function checkChosen(scenes) {
  const unknown = chosenNames.filter(name => !scenes.some(scene => scene.name === name))
  if (unknown.length > 0) throw new Error(`no scene is called ${unknown.join(', ')}`)
  if (chosenNames.length > 0) return
  const files = new Set(
    scenes
      .flatMap(picturesOf)
      .flat()
      .map(({ file }) => file),
  )
  const orphans = [...(documented ?? [])].filter(file => !files.has(file))
  if (orphans.length > 0) throw new Error(`no scene makes ${orphans.join(', ')} of docs/pictures/`)
}

async function pictures() {
  const electron = await readyRuntime()
  await mkdir(folder, { recursive: true })
  // A fixed path, because the pictures show it.
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
    checkChosen([...placeScenes, ...sampleScenes, ...readOnlyScenes, ...emptyScenes])
    await ensureSampleBook(sample, TODAY, () => new Date(`${TODAY}T09:00:00Z`))
    const env = { ...display.env, ESCROWBOOK_TODAY: TODAY, TZ: 'UTC' }
    await take({ electron, book: sample, env, scratch }, [...placeScenes, ...sampleScenes])
    const readOnly = join(scratch, 'Damaged book')
    await cp(sample, readOnly, { recursive: true })
    await damaged(readOnly)
    await take({ electron, book: readOnly, env, scratch }, readOnlyScenes)
    await take({ electron, book: join(scratch, 'My book'), env, scratch }, emptyScenes)
    console.log(`The pictures are in ${relative(process.cwd(), folder) || '.'}/`)
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
