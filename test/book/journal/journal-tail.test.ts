import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  closeBook,
  inWords,
  MOVES,
  newFolder,
  OPENING,
  openBook,
  record,
  settledHealth,
  writtenBook,
} from '../fixture.ts'

const journalOf = (folder: string): string => join(folder, 'journal.ndjson')

/** A copy of a book with these bytes as its journal. */
function copyWith(folder: string, bytes: Uint8Array): string {
  const copy = newFolder()
  cpSync(folder, copy, { recursive: true })
  writeFileSync(journalOf(copy), bytes)
  return copy
}

const quarantined = (folder: string): Buffer[] =>
  readdirSync(join(folder, 'recovered')).map(name => readFileSync(join(folder, 'recovered', name)))

test.each([false, true])(
  'a last line torn at any byte is quarantined and reported, and the book goes on (checkpoint: %s)',
  async checkpoint => {
    const folder = await writtenBook()
    const whole = readFileSync(journalOf(folder))
    const last = whole.lastIndexOf('\n', whole.length - 2) + 1
    if (checkpoint) {
      // The checkpoint covers only the lines before, as one written while the book was idle does.
      truncateSync(journalOf(folder), last)
      await closeBook(await openBook(folder))
      expect(readdirSync(folder)).toContain('book.json')
    }
    const before = whole.subarray(0, last).toString()
    for (let end = last + 1; end < whole.length; end++) {
      const torn = copyWith(folder, whole.subarray(0, end))
      const book = await openBook(torn)
      const isWhole = end === whole.length - 1
      await book.proved()
      expect(book.info()).toMatchObject({ entries: isWhole ? 4 : 3, readOnly: false, health: { state: 'recovered' } })
      expect(readFileSync(journalOf(torn), 'utf8')).toBe(isWhole ? whole.toString() : before)
      if (!isWhole) {
        expect(quarantined(torn)).toEqual([whole.subarray(last, end)])
        expect(inWords(book.info().health).message).toContain(join('recovered', '/'))
      }
      if (end % 5 === 0 || isWhole)
        expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 100 })).toMatchObject({
          entry: isWhole ? 5 : 4,
        })
      expect(await book.verify()).toMatchObject({ ok: true, problems: [] })
      await closeBook(book)
      rmSync(torn, { recursive: true })
    }
  },
  60_000,
)

test('trailing NULs, alone and after a torn line, are cut off', async () => {
  const folder = await writtenBook()
  const whole = readFileSync(journalOf(folder))
  const last = whole.lastIndexOf('\n', whole.length - 2) + 1
  for (const start of [whole.length, last + 40]) {
    const torn = copyWith(folder, Buffer.concat([whole.subarray(0, start), Buffer.alloc(5_000)]))
    const book = await openBook(torn)
    expect(book.info()).toMatchObject({
      entries: start === whole.length ? 4 : 3,
      readOnly: false,
      health: { state: 'recovered' },
    })
    expect(await settledHealth(book)).toMatchObject({ state: 'recovered' })
  }
})

test('a torn first line leaves an empty book', async () => {
  const folder = await writtenBook({ commands: [OPENING] })
  truncateSync(journalOf(folder), 100)
  const book = await openBook(folder)
  expect(book.info()).toMatchObject({ entries: 0, readOnly: false, health: { state: 'recovered' } })
  expect(await record(book, OPENING)).toMatchObject({ entry: 1, value: { contractId: 'C0001' } })
})

test('a complete last line with something else in place of its newline is kept', async () => {
  const folder = await writtenBook()
  const whole = readFileSync(journalOf(folder))
  const book = await openBook(copyWith(folder, Buffer.concat([whole.subarray(0, -1), Buffer.from('x{"format"')])))
  expect(book.info()).toMatchObject({ entries: 4, readOnly: false, health: { state: 'recovered' } })
  await record(book, MOVES[1] ?? OPENING).catch(() => undefined)
  expect(await book.verify()).toMatchObject({ ok: true })
})
