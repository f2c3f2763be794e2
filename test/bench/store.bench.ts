import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { compile } from '../../tools/compile.mjs'
import { percentile, type Samples, shareOfSlow } from './store/samples.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const PEERS = import.meta.dirname
const OUTPUT = join(ROOT, 'docs/benchmarks/store.json')
/** `STORE_BENCH=large` also measures a million entries and 10 000 contracts. */
const SIZE = process.env['STORE_BENCH'] ?? 'usual'

type Measured = Record<string, Record<string, Samples>>

const milliseconds = (value: number): string => value.toFixed(value < 10 ? 3 : 0)

/**
 * A table row: the median, 99th percentile and share of slow samples of each, and the ratios of the
 * first to the others.
 */
function row(name: string, samples: Record<string, Samples>): string[] {
  const [[first, own] = ['', []], ...others] = Object.entries(samples)
  const figures = Object.entries(samples).map(
    ([one, taken]) =>
      `${one} ${milliseconds(percentile(taken, 0.5))} / ${milliseconds(percentile(taken, 0.99))} ms (slow ${(shareOfSlow(taken) * 100).toFixed(1)} %)`,
  )
  const ratios = others.map(
    ([other, taken]) =>
      `${first} : ${other} = ${(percentile(own, 0.5) / percentile(taken, 0.5)).toFixed(2)} / ${(percentile(own, 0.99) / percentile(taken, 0.99)).toFixed(2)}`,
  )
  return [name, figures.join(', '), ratios.join(', ')]
}

test('the store compared with the bare disk, SQLite and whole files (p50 / p99)', {
  timeout: 3 * 3_600_000,
}, async () => {
  if (!existsSync(join(PEERS, 'node_modules')))
    throw new Error('the peers are not installed: npm ci --prefix test/bench')
  // Built like the app and run in plain Node, without a test runner's module loader.
  const moduleOf = await compile('bench-store', {
    run: 'test/bench/store/run.ts',
    worker: 'main/book/proof/journal-worker.ts',
  })
  mkdirSync(join(ROOT, 'docs/benchmarks'), { recursive: true })
  execFileSync(process.execPath, [fileURLToPath(moduleOf('run')), join(ROOT, 'out'), PEERS, OUTPUT, SIZE], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const { measured } = JSON.parse(readFileSync(OUTPUT, 'utf8')) as { measured: Measured }
  for (const [name, samples] of Object.entries(measured)) console.log(`| ${row(name, samples).join(' | ')} |`)
  expect(Object.keys(measured).length).toBeGreaterThan(5)
})
