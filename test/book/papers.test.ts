import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BookChange } from '../../main/book/book.ts'
import { Book } from '../../main/book/book.ts'
import { commandSchema } from '../../shared/api/app-commands.ts'
import {
  Clock,
  closeBook,
  codeOf,
  MOVES,
  newFolder,
  OPENING,
  openBook,
  record,
  recordAll,
  STATEMENT,
  writtenBook,
  YEAR,
} from './fixture.ts'

test('a paper is a record of the book, no entry, and is kept over a restart with and without the checkpoint', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING, ...MOVES])
  const changes: BookChange[] = []
  book.onChanged(change => changes.push(change))
  expect(await book.keepPaper(STATEMENT)).toMatchObject({ ok: true })
  expect(await book.keepPaper(YEAR)).toMatchObject({ ok: true })
  expect(changes).toEqual([
    { position: 5, contractIds: [], accountIds: [], book: true },
    { position: 6, contractIds: [], accountIds: [], book: true },
  ])
  expect(book.info()).toMatchObject({ entries: 4, position: 6 })
  expect(book.papers).toEqual([STATEMENT, YEAR])
  expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })).toMatchObject({ entry: 5 })
  expect(await record(book, { type: 'reverse', contractId: 'C0001' })).toMatchObject({ value: { reversed: 5 } })
  await closeBook(book)
  const [line] = readFileSync(join(folder, 'journal.ndjson'), 'utf8').split('\n').slice(4)
  expect(JSON.parse(line ?? '').entries).toEqual([
    { entry: null, of: 'book', type: 'keep-paper', events: [{ type: 'paper-kept', ...STATEMENT }] },
  ])
  const again = await openBook(folder)
  expect(again.papers).toEqual([STATEMENT, YEAR])
  expect(await again.verify()).toMatchObject({ ok: true, entries: 6 })
})

test('a paper is no command: a message that names one is refused', () => {
  for (const type of ['keep-paper', 'paper-kept'])
    expect(commandSchema.safeParse({ type, ...STATEMENT }).success).toBe(false)
})

test('a book that was opened only for reading keeps no paper', async () => {
  const folder = await writtenBook()
  const opened = await Book.read(folder, new Clock().options)
  if (!opened.ok) throw new Error('the book does not open')
  expect(codeOf(await opened.book.keepPaper(STATEMENT))).toBe('book-read-only')
  expect(opened.book.papers).toEqual([])
  await opened.book.close()
})

test('the heads before papers name the history as it is, until something else is recorded', async () => {
  const book = await recordAll(await openBook(newFolder()), [OPENING])
  const { head } = book.info()
  expect(await book.headsNow()).toEqual([head])
  await book.keepPaper({ ...STATEMENT, entries: 1 })
  await book.keepPaper({ ...YEAR, entries: 1 })
  expect(await book.headsNow()).toHaveLength(3)
  expect((await book.headsNow()).at(-1)).toBe(head)
  await record(book, { type: 'annotate', contractId: 'C0001', entry: 1, note: 'n' })
  expect(await book.headsNow()).toEqual([book.info().head])
})
