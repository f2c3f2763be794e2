import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import type { Samples } from './store/samples.ts'

const FOLDER = resolve(import.meta.dirname, '../../docs/benchmarks')

/** Writes the raw samples of a measurement, in the order taken, to docs/benchmarks/. */
export async function keepSamples(name: string, measured: Readonly<Record<string, Samples>>): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  const rounded = Object.entries(measured).map(([one, taken]) => [
    one,
    taken.map(sample => Math.round(sample * 1e4) / 1e4),
  ])
  const computer = { node: process.version, processor: `${cpus().length} × ${cpus()[0]?.model}` }
  await writeFile(
    join(FOLDER, `${name}.json`),
    `${JSON.stringify({ ...computer, measured: Object.fromEntries(rounded) })}\n`,
  )
}
