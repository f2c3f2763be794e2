import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { expect, test } from 'vitest'
import { openDisplay } from '../../tools/display.mjs'
import { launchFlags } from '../../tools/launch-flags.mjs'
import { readyRuntime } from '../../tools/runtime/ready.mjs'
import { writeSampleBook } from '../../tools/sample-book/write.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const ROUNDS = 9
const CONTRACTS = 10_000

/** A window of Electron's own with one line of text: what any app costs before it does anything. */
const EMPTY_APP = `
import { app, BrowserWindow } from 'electron'
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } }).loadURL('data:text/html,<p>Empty</p>'))
app.on('window-all-closed', () => app.quit())
`

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Resolves to the address that Chromium's developer tools listen on. */
function developerTools(app: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let printed = ''
    app.stderr?.on('data', (text: Buffer) => {
      printed += text.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1]
      if (address !== undefined) done(address)
    })
    app.once('close', () => failed(new Error(`ended before it had a window: ${printed}`)))
  })
}

/** Milliseconds from spawning an app to the largest thing it paints (for a list, its rows; for the empty window, its text). */
async function timeToPaint(electron: string, app: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const begun = Date.now()
  const child = spawn(electron, [app, ...launchFlags(), '--remote-debugging-port=0', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const browser = await chromium.connectOverCDP(await developerTools(child))
    const page = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.waitForEvent('page'))
    if (page === undefined) throw new Error('no page')
    // Everything is on the screen long before; what is read here is when the page itself says that it painted.
    await page.waitForTimeout(1_500)
    const painted = await page.evaluate(
      () =>
        new Promise<number>(done => {
          new PerformanceObserver(list => done(performance.timeOrigin + (list.getEntries().at(-1)?.startTime ?? Number.NaN))).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          })
        }),
    )
    await browser.close()
    return painted - begun
  } finally {
    const ended = new Promise(done => child.once('close', done))
    child.kill()
    await ended
  }
}

test('rows are on the screen hardly later than an empty window is', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'escrowbook-start-'))
  const display = await openDisplay()
  try {
    const electron = await readyRuntime()
    const empty = join(scratch, 'empty')
    await mkdir(empty)
    await writeFile(join(empty, 'package.json'), '{ "type": "module", "main": "main.js" }')
    await writeFile(join(empty, 'main.js'), EMPTY_APP)
    const { entries } = await writeSampleBook(join(scratch, 'large'), { contracts: CONTRACTS, seed: 1 })
    const userData = (name: string): string => `--user-data-dir=${join(scratch, 'userData', name)}`
    const times: Record<'empty' | 'small' | 'large', number[]> = { empty: [], small: [], large: [] }
    for (let round = -1; round < ROUNDS; round++) {
      const taken = {
        empty: await timeToPaint(electron, empty, [userData('empty')], display.env),
        small: await timeToPaint(electron, ROOT, [userData('app'), `--book=${join(scratch, 'small')}`], display.env),
        large: await timeToPaint(electron, ROOT, [userData('app'), `--book=${join(scratch, 'large')}`], display.env),
      }
      // The first round fills caches.
      if (round >= 0) for (const name of ['empty', 'small', 'large'] as const) times[name].push(taken[name])
    }
    const [base, small, large] = [median(times.empty), median(times.small), median(times.large)]
    console.log(
      `spawn to painted, medians of ${ROUNDS} in turn: empty window ${base.toFixed(0)} ms; Escrowbook on an empty book ${small.toFixed(0)} ms (${(small / base).toFixed(2)} ×); on ${CONTRACTS} contracts, ${entries} entries ${large.toFixed(0)} ms (${(large / base).toFixed(2)} ×)`,
    )
    expect(large).toBeGreaterThan(0)
  } finally {
    await display.stop()
    await rm(scratch, { recursive: true, force: true })
  }
})
