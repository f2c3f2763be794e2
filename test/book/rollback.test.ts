import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { SeenHeadFiles } from '../../main/electron/place/seen-heads.ts'
import { Clock, closeBook, inWords, MOVES, newFolder, OPENING, openBook, parse, record, recordAll } from './fixture.ts'

const BONUS = parse({ type: 'bonus', contractId: 'C0001', amount: 100 })

/** A book that was closed with 4 entries, then copied, then got 3 more. */
async function copiedBook() {
  const folder = newFolder()
  const seen = new SeenHeadFiles(join(folder, '../heads'))
  const clock = new Clock()
  const options = { ...clock.options, seen }
  await closeBook(await recordAll(await openBook(folder, options), [OPENING, ...MOVES]))
  const copy = join(folder, '../copy')
  cpSync(folder, copy, { recursive: true })
  const book = await openBook(folder, options)
  for (let i = 0; i < 3; i++) await book.execute(BONUS)
  await closeBook(book)
  return {
    folder,
    options,
    clock,
    /** Puts the older copy back in the book's place. */
    putBack: (names = readdirSync(copy)) => {
      for (const name of names) {
        rmSync(join(folder, name), { recursive: true, force: true })
        cpSync(join(copy, name), join(folder, name), { recursive: true })
      }
    },
  }
}

const codeOf = async (book: Book) => {
  const outcome = await book.execute(BONUS)
  return outcome.ok ? 'accepted' : outcome.refusal.code
}

describe('an older copy of the folder in the place of the book', () => {
  test('is told, and nothing is recorded until the person has chosen', async () => {
    const { folder, options, putBack } = await copiedBook()
    putBack()
    const book = await openBook(folder, options)
    expect(book.info()).toMatchObject({ entries: 4, readOnly: true, health: { rollback: { entries: 7, missing: 3 } } })
    expect(inWords(book.info().health).message).toMatch(/this book had 7 entries; 3 of them are not in it now/)
    expect(await codeOf(book)).toBe('book-read-only')
    await closeBook(book)
    expect((await openBook(folder, options)).info().health.rollback, 'and again at the next start').toBeDefined()
  })

  test('is gone on from for good once the person says so', async () => {
    const { folder, options, putBack } = await copiedBook()
    putBack()
    const book = await openBook(folder, options)
    expect(await book.acceptRollback()).toEqual({ ok: true })
    expect(book.info()).toMatchObject({ readOnly: false })
    expect(book.info().health.rollback).toBeUndefined()
    expect(await codeOf(book)).toBe('accepted')
    await closeBook(book)
    const again = await openBook(folder, options)
    expect(again.info().health.rollback).toBeUndefined()
    expect(await again.acceptRollback()).toMatchObject({ ok: false, refusal: { code: 'book-read-only' } })
  })

  test('is told even if it has gone its own way since', async () => {
    const { folder, options, putBack } = await copiedBook()
    putBack()
    const elsewhere = await openBook(folder)
    for (let i = 0; i < 5; i++) await record(elsewhere, { type: 'bonus', contractId: 'C0001', amount: 200 })
    await closeBook(elsewhere)
    const book = await openBook(folder, options)
    expect(book.info()).toMatchObject({ entries: 9, readOnly: true, health: { rollback: { missing: 0 } } })
    expect(inWords(book.info().health).message).toMatch(/other entries than it has now/)
  })

  test('is told by a backup where this computer has seen nothing', async () => {
    const { folder, putBack, clock } = await copiedBook()
    clock.moment = new Date(clock.moment.getTime() + 86_400_000)
    const book = await openBook(folder, clock.options)
    await book.backUp('asked')
    await closeBook(book)
    putBack(['journal.ndjson', 'book.json'])
    const older = await openBook(folder, clock.options)
    expect(older.info().health.rollback).toMatchObject({ entries: 7, missing: 3, backup: { entries: 7 } })
    const { rollback } = older.info().health
    expect(await older.restore(rollback?.backup?.id ?? '')).toMatchObject({ ok: true })
    expect(older.info()).toMatchObject({ entries: 7, readOnly: false })
    expect(older.info().health.rollback).toBeUndefined()
  })
})

test('a restore by the app is no rollback', async () => {
  const { folder, options } = await copiedBook()
  const book = await openBook(folder, options)
  await book.backUp('asked')
  const [backup] = (await book.backups()).filter(({ entries }) => entries === 4)
  await book.execute(BONUS)
  expect(await book.restore(backup?.id ?? (await book.backups()).at(-1)?.id ?? '')).toMatchObject({ ok: true })
  expect(book.info()).toMatchObject({ readOnly: false })
  expect(book.info().health.rollback).toBeUndefined()
  await closeBook(book)
  expect((await openBook(folder, options)).info().health.rollback).toBeUndefined()
})

test('a book that was moved to another folder is the same book', async () => {
  const { folder, options } = await copiedBook()
  const moved = join(folder, '../moved')
  cpSync(folder, moved, { recursive: true })
  expect((await openBook(moved, options)).info().health.rollback).toBeUndefined()
})

test('a record of the head that cannot be read tells nothing', async () => {
  const { folder, options } = await copiedBook()
  const heads = join(folder, '../heads')
  for (const name of readdirSync(heads))
    writeFileSync(join(heads, name), readFileSync(join(heads, name)).subarray(0, 9))
  copyFileSync(join(folder, '../copy/journal.ndjson'), join(folder, 'journal.ndjson'))
  rmSync(join(folder, 'backups'), { recursive: true })
  expect((await openBook(folder, options)).info().health.rollback).toBeUndefined()
})
