import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Book, BookChange } from '../../../main/book/book.ts'
import { damage } from '../backups/backed-up-book.ts'
import { closeBook, openBook, record, settledHealth, writtenBook } from '../fixture.ts'
import { changeAt, type checkpointIn, copyOf, figuresOf, forged, RICH, setAside } from './forging.ts'

const richBook = (): Promise<string> => writtenBook({ checkpoint: true, commands: RICH })

/** Changes a figure in memory, as a fault of a fold or of the machine would. */
function spoil(book: Book, contractId: string): void {
  const { data } = (book as unknown as { files: { db: { data: ReturnType<typeof checkpointIn> } } }).files.db
  const spoiled = structuredClone(data.contracts[contractId])
  changeAt(spoiled, ['state', 'deposited'])
  if (spoiled !== undefined) data.contracts[contractId] = spoiled
}

test('verify says that every figure of a sound book is proved', async () => {
  const book = await openBook(await richBook())
  const sound = { ok: true, problems: [], entries: 14, figures: { ok: true, count: 0, differences: [] } }
  expect(await book.verify()).toMatchObject(sound)
  await record(book, { type: 'bonus', contractId: 'C0001', amount: 100 })
  expect(await book.verify()).toMatchObject({ ...sound, entries: 15 })
})

test('verify finds false figures in memory, tells them, and replaces them before it answers', async () => {
  const folder = await richBook()
  const book = await openBook(folder)
  const figures = figuresOf(book)
  await book.proved()
  const changes: BookChange[] = []
  book.onChanged(change => changes.push(change))
  spoil(book, 'C0003')
  expect(figuresOf(book)).not.toBe(figures)
  expect(await book.verify()).toMatchObject({
    ok: true,
    figures: { ok: false, count: 1, differences: ['C0003'] },
  })
  expect(figuresOf(book)).toBe(figures)
  expect(changes.map(({ contractIds }) => contractIds)).toEqual([['C0001', 'C0002', 'C0003']])
  expect(await settledHealth(book)).toMatchObject({ state: 'recovered' })
  expect(await book.verify()).toMatchObject({ figures: { ok: true, count: 0 } })
  await record(book, { type: 'bonus', contractId: 'C0003', amount: 100 })
  await closeBook(book)
  expect(await settledHealth(await openBook(folder))).toEqual({ state: 'ok' })
})

test('verify tells what was replaced since the book was opened, once', async () => {
  const book = await openBook(
    forged(await richBook(), data => changeAt(data, ['contracts', 'C0002', 'state', 'title'])),
  )
  await book.proved()
  expect(await book.verify()).toMatchObject({ figures: { ok: false, count: 1, differences: ['C0002'] } })
  expect(await book.verify()).toMatchObject({ figures: { ok: true, count: 0, differences: [] } })
})

test('verify names 20 contracts at most, and counts all', async () => {
  const openings = RICH.filter(({ type }) => type === 'open-contract')
  const folder = await writtenBook({
    checkpoint: true,
    commands: Array.from({ length: 25 }, () => openings[0] ?? RICH[0]).filter(each => each !== undefined),
  })
  const book = await openBook(
    forged(folder, ({ contracts }) => {
      for (const each of Object.values(contracts)) each.state['title'] = 'Castle'
    }),
  )
  const { figures } = await book.verify()
  expect(figures).toMatchObject({ ok: false, count: 25 })
  expect(figures.differences).toHaveLength(20)
})

test('a damaged chain proves no figures', async () => {
  const folder = copyOf(await richBook())
  const book = await openBook(folder)
  await book.proved()
  damage(folder, 3)
  const found = await book.verify()
  expect(found.problems[0]).toEqual({ line: 3, code: 'changed' })
  expect(found).toMatchObject({
    ok: false,
    figures: { ok: false, count: 0, differences: [] },
  })
  expect(setAside(folder)).toEqual([])
  expect(readFileSync(join(folder, 'book.json'), 'utf8')).toContain('C0001')
})
