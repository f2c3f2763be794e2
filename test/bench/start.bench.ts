import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { openDisplay } from '../../tools/display.mjs'
import { readyRuntime } from '../../tools/runtime/ready.mjs'
import { writeSampleBook } from '../../tools/sample-book/write.ts'
import { keepSamples } from './raw.ts'
import { percentile } from './store/samples.ts'
import { emptyApp, openApp } from './windows.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const ROUNDS = Number(process.env['ROUNDS'] ?? 15)
const CONTRACTS = 10_000
/**
 * The milliseconds that an app is left alone after it is started, so that nothing else runs
 * meanwhile; its paint times are read from the page afterwards. The first start fills caches and
 * lets the book write its checkpoint.
 */
const ALONE_MS = { first: 8_000, later: 2_000 }

test('rows appear on the screen little later than an empty window would', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'escrowbook-start-'))
  const display = await openDisplay()
  try {
    const electron = await readyRuntime()
    const empty = await emptyApp(scratch)
    const { entries } = await writeSampleBook(join(scratch, 'large'), { contracts: CONTRACTS, seed: 1 })
    const userData = (name: string): string => `--user-data-dir=${join(scratch, 'userData', name)}`
    const things = {
      empty: { app: empty, args: [userData('empty')] },
      small: { app: ROOT, args: [userData('app'), `--book=${join(scratch, 'small')}`] },
      large: { app: ROOT, args: [userData('app'), `--book=${join(scratch, 'large')}`] },
    }
    const times: Record<keyof typeof things, number[]> = { empty: [], small: [], large: [] }
    for (let round = 0; round <= ROUNDS; round++) {
      for (const name of ['empty', 'small', 'large'] as const) {
        const { app, args } = things[name]
        const taken = await timeToPaint(electron, app, args, display.env, round === 0 ? ALONE_MS.first : ALONE_MS.later)
        if (round > 0) times[name].push(Math.round(taken))
      }
    }
    await keepSamples('start', times)
    const base = times.empty
    const figures = Object.entries(times).map(([name, taken]) => {
      const [quarter, median] = [0.25, 0.5].map(
        share => [percentile(taken, share), percentile(taken, share) / percentile(base, share)] as const,
      )
      return `${name} ${quarter?.[0]} ms (${quarter?.[1].toFixed(2)} ×), ${median?.[0]} ms (${median?.[1].toFixed(2)} ×)`
    })
    console.log(
      `spawn to painted, quickest quarter and median of ${ROUNDS} in turn, ${entries} entries: ${figures.join('; ')}`,
    )
    expect(times.large.length).toBe(ROUNDS)
  } finally {
    await display.stop()
    await rm(scratch, { recursive: true, force: true })
  }
})

/**
 * The milliseconds from spawning an app to its largest contentful paint: the rows of a list, or the
 * text of the empty window.
 */
async function timeToPaint(
  electron: string,
  app: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  aloneMs: number,
): Promise<number> {
  const opened = await openApp(electron, app, args, env, aloneMs)
  try {
    const painted = await opened.page.evaluate(
      () =>
        new Promise<number>(done => {
          new PerformanceObserver(list =>
            done(performance.timeOrigin + (list.getEntries().at(-1)?.startTime ?? Number.NaN)),
          ).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          })
        }),
    )
    return painted - opened.begun
  } finally {
    await opened.close()
  }
}
