import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BookChange } from '../../../main/book/book.ts'
import { compile } from '../../../tools/compile.mjs'
import { writeSampleBook } from '../../../tools/sample-book/write.ts'
import { closeBook, newFolder, openBook, record, settledHealth, TODAY } from '../fixture.ts'
import { type CheckpointJson, changeAt, copyOf, figuresOf, forged, setAside } from './forging.ts'

let worker: URL
let parent: string
let sample: string
beforeAll(async () => {
  worker = (await compile('test-proof-worker', { worker: 'main/book/proof/journal-worker.ts' }))('worker')
  parent = mkdtempSync(join(tmpdir(), 'escrowbook-sample-'))
  sample = join(parent, 'book')
  await writeSampleBook(sample, { contracts: 250, seed: 7, today: TODAY })
  // With a checkpoint of this fold.
  await closeBook(await openBook(sample))
}, 60_000)
afterAll(() => rmSync(parent, { recursive: true }))

const renamed = (data: CheckpointJson): void => changeAt(data, ['contracts', 'C0100', 'state', 'title'])

test('a large book is proved by the worker, or on this thread if there is none', async () => {
  const good = await openBook(copyOf(sample))
  const figures = figuresOf(good)
  for (const options of [{ worker }, {}, { worker: pathToFileURL(join(parent, 'no-such-worker.mjs')) }]) {
    const book = await openBook(copyOf(sample), options)
    expect(book.info().health.state).toBe('checking')
    expect(await settledHealth(book)).toEqual({ state: 'ok' })
    const folder = forged(sample, renamed)
    const untrue = await openBook(folder, options)
    expect(untrue.info().health.state).toBe('checking')
    const changes: BookChange[] = []
    untrue.onChanged(change => changes.push(change))
    expect(figuresOf(untrue)).not.toBe(figures)
    expect(await settledHealth(untrue)).toMatchObject({ state: 'recovered' })
    expect(figuresOf(untrue)).toBe(figures)
    expect(setAside(folder)).toHaveLength(1)
    // Told to all, so that the page asks again.
    expect(changes.map(({ contractIds }) => contractIds.length)).toEqual([250])
  }
}, 60_000)

test('while a large book is being proved, a command is decided as soon as its contract is', async () => {
  const folder = forged(sample, renamed)
  const book = await openBook(folder, { worker })
  const { entries } = book.info()
  expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 100 })).toMatchObject({ entry: entries + 1 })
  expect(book.info().health.state).toBe('checking')
  // Its own contract is false, so this waits until the figures are made again.
  await record(book, { type: 'edit-contract', contractId: 'C0100', archived: false })
  expect(book.contract('C0100')?.title).not.toMatch(/x$/)
  expect(await settledHealth(book)).toMatchObject({ state: 'recovered' })
  await closeBook(book)
  expect(await settledHealth(await openBook(folder, { worker }))).toEqual({ state: 'ok' })
}, 60_000)

test('a book that is closed while it is being proved leaves its checkpoint as it was, and its files free', async () => {
  for (const options of [{ worker }, {}]) {
    const folder = newFolder()
    cpSync(sample, folder, { recursive: true })
    for (let round = 0; round < 3; round++) {
      const book = await openBook(folder, options)
      await record(book, { type: 'bonus', contractId: 'C0001', amount: 100 })
      await closeBook(book)
    }
    expect(await settledHealth(await openBook(folder, options))).toEqual({ state: 'ok' })
  }
}, 60_000)
