import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Book } from '../../../main/book/book.ts'
import { compile } from '../../../tools/compile.mjs'
import { writeSampleBook } from '../../../tools/sample-book/write.ts'
import { closeBook, newFolder, openBook, record, settledHealth, TODAY } from '../fixture.ts'

const CONTRACTS = 250

let worker: URL
let sample: string
beforeAll(async () => {
  worker = (await compile('test-worker', { worker: 'main/book/proof/journal-worker.ts' }))('worker')
  sample = mkdtempSync(join(tmpdir(), 'escrowbook-sample-'))
  await writeSampleBook(sample, { contracts: CONTRACTS, seed: 7, today: TODAY })
}, 60_000)
afterAll(() => rmSync(sample, { recursive: true }))

/** A copy of a book that is large enough to be checked by a worker. */
function sampleCopy({ checkpoint }: { checkpoint: boolean }): string {
  const folder = newFolder()
  cpSync(sample, folder, { recursive: true })
  if (!checkpoint) rmSync(join(folder, 'book.json'))
  return folder
}

async function contentsOf(book: Book): Promise<unknown> {
  const states = [...book.contracts()].map(state => [state, book.flows(state.id), book.annotations(state.id)])
  const { total, rows } = await book.records({ from: '2025-06-01' as never, offset: 50, limit: 300 })
  return {
    states,
    total,
    rows,
    one: await book.records({ contractId: 'C0017' }),
    info: { ...book.info(), folder: '', lastBackup: null },
  }
}

test.each([true, false])(
  'a book checked by the worker is the same as one checked on this thread (checkpoint: %s)',
  async checkpoint => {
    const folder = sampleCopy({ checkpoint })
    const copy = newFolder()
    cpSync(folder, copy, { recursive: true })
    const [here, inWorker] = [await openBook(folder), await openBook(copy, { worker })]
    expect(await settledHealth(here)).toEqual({ state: 'ok' })
    expect(await settledHealth(inWorker)).toEqual({ state: 'ok' })
    expect(await contentsOf(inWorker)).toEqual(await contentsOf(here))
    expect(await inWorker.verify()).toEqual(await here.verify())
    for (const book of [here, inWorker]) await record(book, { type: 'bonus', contractId: 'C0001', amount: 100 })
    expect((await inWorker.records({ contractId: 'C0001' })).rows.at(-1)).toMatchObject({ entry: here.info().entries })
  },
  30_000,
)

test.each([true, false])(
  'the worker reports the line of damage in the middle (checkpoint: %s)',
  async checkpoint => {
    const folder = sampleCopy({ checkpoint })
    const path = join(folder, 'journal.ndjson')
    const bytes = readFileSync(path)
    const offset = Math.floor(bytes.length / 2)
    bytes[offset] = (bytes[offset] ?? 0) ^ 4
    writeFileSync(path, bytes)
    const line = bytes.subarray(0, offset).toString('latin1').split('\n').length
    const book = await openBook(folder, { worker })
    expect(await settledHealth(book)).toMatchObject({ state: 'damaged', line })
    expect(await book.verify()).toMatchObject({ ok: false, problems: [{ line, code: 'changed' }] })
    expect(book.info().readOnly).toBe(true)
    // Entries before the damage can still be read.
    expect((await book.records({ limit: 5 })).rows).toHaveLength(5)
  },
  30_000,
)

test('a book is checked without the worker if it does not start', async () => {
  const folder = sampleCopy({ checkpoint: true })
  const book = await openBook(folder, { worker: pathToFileURL(join(folder, 'no-such-worker.mjs')) })
  expect(await settledHealth(book)).toEqual({ state: 'ok' })
  expect((await book.records({ limit: 1 })).total).toBe(book.info().entries)
})

test('a book that is closed while being checked releases its files', async () => {
  const folder = sampleCopy({ checkpoint: true })
  for (let round = 0; round < 3; round++) await closeBook(await openBook(folder, { worker }))
  expect(await settledHealth(await openBook(folder, { worker }))).toEqual({ state: 'ok' })
})
