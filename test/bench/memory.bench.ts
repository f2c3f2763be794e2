import { readdirSync, readFileSync } from 'node:fs'
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
const CONTRACTS = 10_000
const ROUNDS = Number(process.env['ROUNDS'] ?? 3)
/** By then the chain is checked and the daily backup is made. */
const SETTLED_MS = 20_000

/** A process and all its descendants, by `/proc`. */
function familyOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap(task =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  )
  return [pid, ...children.flatMap(child => familyOf(Number(child)))]
}

/** Memory of these processes in megabytes; shared pages count once (PSS). */
function memoryOf(pids: readonly number[]): number {
  const kilobytes = pids.map(pid =>
    Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]),
  )
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1_024
}

/** Runs in the page. */
async function healthOfBook(): Promise<string> {
  const { escrowbook } = window as unknown as {
    escrowbook: { query(query: object): Promise<{ value: { health: { state: string } } }> }
  }
  return (await escrowbook.query({ type: 'book' })).value.health.state
}

test.runIf(process.platform === 'linux')('memory used by a large book, compared with an empty window', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'escrowbook-memory-'))
  const display = await openDisplay()
  try {
    const electron = await readyRuntime()
    const empty = await emptyApp(scratch)
    const { entries } = await writeSampleBook(join(scratch, 'large'), { contracts: CONTRACTS, seed: 1 })
    const things = {
      empty: { app: empty, args: [] },
      small: { app: ROOT, args: ['small'] },
      large: { app: ROOT, args: ['large'] },
    }
    const megabytes: Record<string, number[]> = { empty: [], small: [], large: [], largeMain: [] }
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, { app, args }] of Object.entries(things)) {
        const books = args.map(each => `--book=${join(scratch, each)}`)
        const opened = await openApp(
          electron,
          app,
          [`--user-data-dir=${join(scratch, 'userData', name)}`, ...books],
          display.env,
          SETTLED_MS,
        )
        if (app === ROOT) await expect.poll(() => opened.page.evaluate(healthOfBook), { timeout: 60_000 }).toBe('ok')
        const { pid } = opened.process
        if (pid === undefined) throw new Error('no process')
        megabytes[name]?.push(memoryOf(familyOf(pid)))
        if (name === 'large') megabytes['largeMain']?.push(memoryOf([pid]))
        await opened.close()
      }
    }
    await keepSamples('memory', megabytes)
    const base = percentile(megabytes['empty'] ?? [], 0.5)
    const figures = Object.entries(megabytes).map(
      ([name, taken]) =>
        `${name} ${percentile(taken, 0.5).toFixed(0)} MB (${(percentile(taken, 0.5) / base).toFixed(2)} ×)`,
    )
    console.log(`PSS of all processes, medians of ${ROUNDS}, ${entries} entries: ${figures.join(', ')}`)
    expect(base).toBeGreaterThan(0)
  } finally {
    await display.stop()
    await rm(scratch, { recursive: true, force: true })
  }
})
