import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Transaction } from '../../main/book/line.ts'
import { formatOf, MIGRATIONS, type Migration, migrated } from '../../main/book/migrations.ts'
import { closeBook, MOVES, OPENING, openBook, record, writtenBook } from './fixture.ts'

/** A next format as there might be one: references are written in capitals. */
const nextFormat: Migration = transaction => ({
  ...transaction,
  format: 2,
  entries: transaction.entries.map(entry => (entry.reference === undefined ? entry : { ...entry, reference: entry.reference.toUpperCase() })),
})

test('the app writes format 1, the first one, so there is nothing to migrate from', () => {
  expect(MIGRATIONS).toEqual([])
  expect(formatOf(MIGRATIONS)).toBe(1)
})

test('migrations are applied one after another, from the format a line is in', () => {
  const named =
    (format: number): Migration =>
    transaction => ({ ...transaction, format, at: `${transaction.at}>${format}` })
  const steps = [named(2), named(3), named(4)]
  const transaction = (format: number): Transaction => ({ format, seq: 1, at: '', entries: [] })
  expect([1, 2, 3, 4].map(format => migrated(transaction(format), steps).at)).toEqual(['>2>3>4', '>3>4', '>4', ''])
})

test('a book of an older format is backed up, read as the new one, and goes on in it; its lines and hashes stay as they are', async () => {
  const fund = { ...MOVES[0], reference: 't1' } as (typeof MOVES)[number]
  const folder = await writtenBook({ checkpoint: true, commands: [OPENING, fund] })
  const before = readFileSync(join(folder, 'journal.ndjson'), 'utf8')
  const migrations = [nextFormat]
  const book = await openBook(folder, { migrations })
  expect(book.info()).toMatchObject({ format: 2, entries: 2, readOnly: false })
  expect(await book.backups()).toMatchObject([{ reason: 'migration', entries: 2 }])
  await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })
  const after = readFileSync(join(folder, 'journal.ndjson'), 'utf8')
  expect(after.slice(0, before.length)).toBe(before)
  expect(after.slice(before.length)).toMatch(/^\{"format":2,"seq":3,/)
  expect(book.annotations('C0001')).toMatchObject([{ entry: 2, reference: 'T1' }])
  await closeBook(book)
  const again = await openBook(folder, { migrations })
  expect(again.info().entries).toBe(3)
  expect((await again.backups()).filter(({ reason }) => reason === 'migration')).toHaveLength(1)
})
