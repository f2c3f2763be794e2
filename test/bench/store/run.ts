import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { measureCommand, measureDuringCheckpoint, openedSample } from './commands.ts'
import { measureSqlite, measureWholeFile } from './peers.ts'
import { measureRebuild } from './rebuild.ts'
import { inTurn, type Samples } from './samples.ts'

/**
 * A folder on a real disk, the folder of the installed peers, the output file for raw samples, and
 * the size (`large` takes an hour).
 */
const [place = '.', peers = '', output = '', size = 'usual'] = process.argv.slice(2)
const isLarge = size === 'large'
const folder = mkdtempSync(join(place, 'escrowbook-bench-'))
const measured: Record<string, Record<string, Samples>> = {}

async function measure(name: string, work: () => Promise<Record<string, Samples>>): Promise<void> {
  process.stderr.write(`${name} … `)
  const begun = performance.now()
  measured[name] = await work()
  process.stderr.write(`${((performance.now() - begun) / 1_000).toFixed(0)} s\n`)
}

try {
  for (const entries of [1_000, 100_000, ...(isLarge ? [1_000_000] : [])])
    await measure(`command ${entries}`, () => measureCommand(folder, entries, 2_000))
  await measure('command during checkpoint', () => measureDuringCheckpoint(folder, 100_000, 2_000))
  await measure('sqlite', () => measureSqlite(folder, peers, 2_000))
  for (const contracts of [100, 1_000, ...(isLarge ? [10_000] : [])]) {
    await measure(`whole file ${contracts}`, () =>
      measureWholeFile(folder, peers, contracts, contracts > 1_000 ? 20 : 100),
    )
  }
  const worker = new URL('./worker.mjs', import.meta.url)
  await measure('rebuild', () => measureRebuild(folder, { contracts: isLarge ? 50_000 : 5_000, rounds: 5, worker }))
  await measure('query of 100 rows', async () => {
    const { book } = await openedSample(join(folder, 'query'), 100_000)
    const { total } = await book.records({ limit: 1 })
    let turn = 0
    const samples = await inTurn(300, {
      ledger: () => {
        turn += 977
        return book.records({ offset: turn % (total - 100), limit: 100 })
      },
      contract: () => book.records({ contractId: `C${String(1 + (turn % 4_000)).padStart(4, '0')}`, limit: 100 }),
    })
    await book.close()
    return samples
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const rounded = (samples: Samples): number[] => samples.map(sample => Math.round(sample * 1e4) / 1e4)
const raw = Object.entries(measured).map(([name, samples]) => [
  name,
  Object.fromEntries(Object.entries(samples).map(([one, taken]) => [one, rounded(taken)])),
])
writeFileSync(
  output,
  JSON.stringify({
    node: process.version,
    processor: `${cpus().length} × ${cpus()[0]?.model}`,
    measured: Object.fromEntries(raw),
  }),
)
