import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { copyFolder, moveFolder, refusalOfMove } from '../../../main/book/folder/moving.ts'
import { closeBook, newFolder, OPENING, openBook, record } from '../fixture.ts'

/** A book with an entry and a backup, closed. */
async function closedBook(): Promise<string> {
  const folder = newFolder()
  const book = await openBook(folder)
  await record(book, OPENING)
  await book.backUp('asked')
  await closeBook(book)
  return folder
}

test.each([
  ['on one disk', moveFolder],
  ['to another disk', copyFolder],
])('a book that is moved %s is complete in its new folder and gone from its old one', async (_, move) => {
  const from = await closedBook()
  const journal = readFileSync(join(from, 'journal.ndjson'))
  const to = join(dirname(from), 'elsewhere', 'Studio book')
  expect(await refusalOfMove(from, to)).toBeUndefined()
  expect(await move(from, to)).toBeUndefined()
  expect(existsSync(from)).toBe(false)
  expect(readdirSync(dirname(to))).toEqual(['Studio book'])
  expect(readFileSync(join(to, 'journal.ndjson'))).toEqual(journal)
  const book = await openBook(to)
  expect(book.info()).toMatchObject({ folder: to, entries: 1, readOnly: false })
  expect(await book.backups()).not.toEqual([])
  await record(book, { type: 'fund-milestone', contractId: 'C0001', milestoneId: 'M1' })
})

test('a book may move to an empty folder, but not to one with anything in it, its own, or one inside it', async () => {
  const from = await closedBook()
  const empty = join(dirname(from), 'empty')
  mkdirSync(empty)
  expect(await refusalOfMove(from, empty)).toBeUndefined()
  const full = join(dirname(from), 'full')
  mkdirSync(full)
  writeFileSync(join(full, 'letter.txt'), 'mine')
  expect(await refusalOfMove(from, full)).toMatchObject({ refusal: { code: 'write-failed', variant: 'place-taken' } })
  expect(await refusalOfMove(from, from)).toMatchObject({
    refusal: { code: 'bad-input', variant: 'own-folder', field: 'folder' },
  })
  expect(await refusalOfMove(from, join(from, 'inside'))).toMatchObject({ refusal: { variant: 'own-folder' } })
  expect(await refusalOfMove(from, 'relative')).toMatchObject({ refusal: { variant: 'relative-path' } })
  expect(await moveFolder(from, empty)).toBeUndefined()
  expect(readdirSync(empty)).toContain('journal.ndjson')
})

test('a copy that fails leaves the book where it was, and nothing else', async () => {
  const from = await closedBook()
  const blocked = join(dirname(from), 'file')
  writeFileSync(blocked, '')
  expect(await copyFolder(from, join(blocked, 'book'))).toMatchObject({ ok: false, refusal: { code: 'write-failed' } })
  expect((await openBook(from)).info().entries).toBe(1)
  expect(readdirSync(dirname(from)).sort()).toEqual(['book', 'file'])
})
