import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Book } from '../../main/book/book.ts'
import type { IsoDate } from '../../shared/calendar.ts'
import { Clock, closeBook, codeOf, MOVES, newFolder, OPENING, openBook, record, recordAll, said, TODAY, writtenBook } from './fixture.ts'

const bonus = said({ type: 'bonus', contractId: 'C0001', amount: 1 })

test('a folder that was moved away while it was open takes no entry nobody would find again, and goes on when it is back', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING])
  const moved = `${folder}-moved`
  renameSync(folder, moved)
  const outcome = await book.execute(bonus)
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'write-failed', variant: 'moved' } })
  expect((await book.records()).total).toBe(1)
  // Another book in its place is not taken for it.
  mkdirSync(folder)
  writeFileSync(join(folder, 'journal.ndjson'), readFileSync(join(moved, 'journal.ndjson')))
  expect(codeOf(await book.execute(bonus))).toBe('write-failed')
  rmSync(folder, { recursive: true })
  renameSync(moved, folder)
  expect(await book.execute(bonus)).toMatchObject({ ok: true, entry: 2 })
  expect(await book.verify()).toMatchObject({ ok: true })
})

test('a folder that was deleted while it was open refuses, and closing it does not fail', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING])
  rmSync(folder, { recursive: true })
  expect(codeOf(await book.execute(bonus))).toBe('write-failed')
  expect(codeOf(await book.backUp('asked'))).toBe('accepted')
  await closeBook(book)
})

test('a clock that jumps back neither locks the book nor loses an entry', async () => {
  const folder = newFolder()
  const clock = new Clock()
  const book = await recordAll(await openBook(folder, clock.options), [OPENING, ...MOVES.slice(0, 1)])
  clock.moment = new Date('2026-01-10T09:00:00')
  // By default on the latest ordered day, which a clock set back cannot take from it.
  await record(book, { type: 'release', contractId: 'C0001', milestoneId: 'M1', amount: 100 })
  expect((await book.records()).rows.at(-1)).toMatchObject({ entry: 3, on: TODAY, at: clock.moment.toISOString() })
  await closeBook(book)
  const again = await openBook(folder, clock.options)
  expect(again.info()).toMatchObject({ entries: 3, readOnly: false })
  expect(await again.verify()).toMatchObject({ ok: true })
})

test('a day that ends while the book is open begins the next', async () => {
  const clock = new Clock()
  const book = await recordAll(await openBook(newFolder(), clock.options), [OPENING])
  const tomorrow = '2026-02-01' as IsoDate
  const early = await book.execute(said({ type: 'bonus', contractId: 'C0001', amount: 1, on: tomorrow }))
  expect(codeOf(early)).toBe('date-in-future')
  clock.moment = new Date(`${tomorrow}T00:00:01`)
  expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 1, on: tomorrow })).toMatchObject({ entry: 2 })
})

test('a book of a newer format is refused with both numbers and left as it is', async () => {
  const { lineOf } = await import('../../main/book/line.ts')
  const folder = await writtenBook()
  const path = join(folder, 'journal.ndjson')
  const last: { hash: string } = JSON.parse(readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) ?? '')
  const newer = readFileSync(path, 'utf8') + lineOf({ format: 2, seq: 5, at: '2026-02-01T00:00:00.000Z', entries: [] }, last.hash).text
  writeFileSync(path, newer)
  expect(await Book.open(folder, new Clock().options)).toMatchObject({ ok: false, refusal: { code: 'format-too-new', params: { found: 2, known: 1 } } })
  expect(readFileSync(path, 'utf8')).toBe(newer)
  expect(codeOf(await Book.open(folder, new Clock().options))).toBe('format-too-new')
})
