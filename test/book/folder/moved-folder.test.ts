import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Book } from '../../../main/book/book.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
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
  said,
  settledHealth,
  TODAY,
  writtenBook,
} from '../fixture.ts'
import { canMount, type Mounted, mountFolder } from './mount.ts'

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

test('a book whose folder was moved away writes nothing where it was, nor into another book that is there now', async () => {
  const clock = new Clock()
  const [folder, other] = [newFolder(), await writtenBook({ checkpoint: true })]
  const book = await recordAll(await openBook(folder, clock.options), [OPENING])
  const moved = `${folder}-moved`
  renameSync(folder, moved)
  clock.moment = new Date(clock.moment.getTime() + 86_400_000)
  expect(codeOf(await book.execute(bonus))).toBe('write-failed')
  expect(await book.backUp('asked')).toMatchObject({ ok: false, refusal: { code: 'write-failed', variant: 'moved' } })
  expect(existsSync(folder)).toBe(false)
  renameSync(other, folder)
  const before = contentsOf(folder)
  expect(codeOf(await book.backUp('asked'))).toBe('write-failed')
  await closeBook(book)
  expect(contentsOf(folder)).toEqual(before)
})

/** Every file in a folder, by its path in it. */
function contentsOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path =>
    statSync(join(folder, path)).isFile(),
  )
  return Object.fromEntries(paths.map(path => [path, readFileSync(join(folder, path), 'base64')]))
}

test('a folder that was deleted while it was open refuses, can be read on, and closing it does not fail', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING])
  rmSync(folder, { recursive: true })
  expect(codeOf(await book.execute(bonus))).toBe('write-failed')
  expect(codeOf(await book.backUp('asked'))).toBe('write-failed')
  expect((await book.records()).total).toBe(1)
  await closeBook(book)
  expect(existsSync(folder)).toBe(false)
})

test.skipIf(!canMount())(
  'a disk that was pulled out while the book was open takes nothing, and goes on when it is back',
  async () => {
    const source = newFolder()
    mkdirSync(source)
    const folder = newFolder()
    const disk = mountFolder(source, folder)
    if (disk === undefined) throw new Error('nothing was mounted')
    let again: Mounted | undefined
    try {
      const book = await recordAll(await openBook(folder), [OPENING])
      disk.unmount()
      expect(await book.execute(bonus)).toMatchObject({
        ok: false,
        refusal: { code: 'write-failed', variant: 'moved' },
      })
      expect(codeOf(await book.backUp('asked'))).toBe('write-failed')
      // The empty folder under the disk stays empty.
      expect(readdirSync(folder)).toEqual([])
      expect(book.contract('C0001')?.bonuses).toBe(0)
      again = mountFolder(source, folder)
      expect(await book.execute(bonus)).toMatchObject({ ok: true, entry: 2 })
      expect(await book.verify()).toMatchObject({ ok: true, entries: 2 })
      await closeBook(book)
    } finally {
      again?.unmount()
      disk.unmount()
    }
  },
)

test.each([
  'book (conflict).json',
  'book (1).json',
  'journal (Dana Reyes’s conflicted copy 2026-01-31).ndjson',
  'journal (conflicted copy 2026-01-31 090000).ndjson',
  'journal.sync-conflict-20260131-090000-ABCDEFG.ndjson',
  'journal 2.ndjson',
  'journal-LAPTOP.ndjson',
  'journal~1.ndjson',
])('a sync program’s copy beside the book is told and left alone: %s', async name => {
  const folder = await writtenBook()
  writeFileSync(join(folder, name), '{}')
  const book = await openBook(folder)
  expect(await settledHealth(book)).toMatchObject({ state: 'ok', message: expect.stringContaining(name) })
  expect(book.info()).toMatchObject({ entries: 4, readOnly: false })
  await closeBook(book)
  expect(readFileSync(join(folder, name), 'utf8')).toBe('{}')
})

test('a sync program that puts another journal in the place of the open one is seen before anything is written', async () => {
  const folder = await writtenBook()
  const book = await openBook(folder)
  const path = join(folder, 'journal.ndjson')
  const fromElsewhere = readFileSync(path, 'utf8').split('\n').slice(0, 2).join('\n').concat('\n')
  writeFileSync(`${path}.new`, fromElsewhere)
  renameSync(`${path}.new`, path)
  expect(codeOf(await book.execute(bonus))).toBe('write-failed')
  await closeBook(book)
  expect(readFileSync(path, 'utf8')).toBe(fromElsewhere)
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
  expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 1, on: tomorrow })).toMatchObject({
    entry: 2,
  })
})

test('a book of a newer format is refused with both numbers and left as it is', async () => {
  const { lineOf } = await import('../../../main/book/journal/line.ts')
  const folder = await writtenBook()
  const path = join(folder, 'journal.ndjson')
  const last: { hash: string } = JSON.parse(readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) ?? '')
  const newer =
    readFileSync(path, 'utf8') +
    lineOf({ format: 2, seq: 5, at: '2026-02-01T00:00:00.000Z', entries: [] }, last.hash).text
  writeFileSync(path, newer)
  expect(await Book.open(folder, new Clock().options)).toMatchObject({
    ok: false,
    refusal: { code: 'format-too-new', params: { found: 2, known: 1 } },
  })
  expect(readFileSync(path, 'utf8')).toBe(newer)
  expect(codeOf(await Book.open(folder, new Clock().options))).toBe('format-too-new')
})
