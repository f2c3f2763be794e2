import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Transaction } from '../../../main/book/journal/line.ts'
import { formatOf, MIGRATIONS, type Migration, migrated } from '../../../main/book/journal/migrations.ts'
import type { BookEvent, EscrowEventType } from '../../../shared/contract/events.ts'
import { closeBook, MOVES, newFolder, OPENING, openBook, record, settledHealth, writtenBook } from '../fixture.ts'
import { figuresOf } from './formats.ts'

/**
 * A folder for every format so far: a `journal.ndjson` as the app wrote it then, and in
 * `figures.json` the figures of that book.
 */
const FORMATS = join(import.meta.dirname, 'formats')
const formats = readdirSync(FORMATS).sort((one, other) => Number(one) - Number(other))

/** Every type of event; the book of the newest format must contain each. */
const EVENT_TYPES: Record<EscrowEventType | BookEvent['type'], true> = {
  'contract-opened': true,
  'contract-edited': true,
  'milestone-added': true,
  'milestone-edited': true,
  'milestone-removed': true,
  'milestone-moved': true,
  'remainder-carried': true,
  'milestone-funded': true,
  'work-submitted': true,
  'changes-requested': true,
  released: true,
  'bonus-paid': true,
  'payment-returned': true,
  'refund-requested': true,
  refunded: true,
  'refund-declined': true,
  'refund-cancelled': true,
  'dispute-opened': true,
  'dispute-resolved': true,
  'contract-ended': true,
  'contract-removed': true,
  'entry-reversed': true,
  'entry-annotated': true,
  'party-renamed': true,
  'books-closed': true,
  'paper-kept': true,
  'statement-applied': true,
  'import-taken-back': true,
}

/** A possible next format, in which references are in capitals. */
const nextFormat: Migration = transaction => ({
  ...transaction,
  format: 3,
  entries: transaction.entries.map(entry =>
    entry.reference === undefined ? entry : { ...entry, reference: entry.reference.toUpperCase() },
  ),
})

test('the app writes format 2, and a line of format 1 says the same in it', () => {
  expect(formatOf(MIGRATIONS)).toBe(2)
  const line = { format: 1, seq: 1, at: '2026-01-31T10:00:00.000Z', entries: [] }
  expect(migrated(line, MIGRATIONS)).toEqual({ ...line, format: 2 })
})

test('migrations run one after another, from the format of the line', () => {
  const named =
    (format: number): Migration =>
    transaction => ({ ...transaction, format, at: `${transaction.at}>${format}` })
  const steps = [named(2), named(3), named(4)]
  const transaction = (format: number): Transaction => ({ format, seq: 1, at: '', entries: [] })
  expect([1, 2, 3, 4].map(format => migrated(transaction(format), steps).at)).toEqual(['>2>3>4', '>3>4', '>4', ''])
})

test('a book of an older format is backed up, read as the new format and continued in it; its lines and hashes stay unchanged', async () => {
  const fund = { ...MOVES[0], reference: 't1' } as (typeof MOVES)[number]
  const folder = await writtenBook({ checkpoint: true, commands: [OPENING, fund] })
  const before = readFileSync(join(folder, 'journal.ndjson'), 'utf8')
  const migrations = [...MIGRATIONS, nextFormat]
  const book = await openBook(folder, { migrations })
  expect(book.info()).toMatchObject({ format: 3, entries: 2, readOnly: false })
  expect(await book.backups()).toMatchObject([{ reason: 'migration', entries: 2 }])
  await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })
  const after = readFileSync(join(folder, 'journal.ndjson'), 'utf8')
  expect(after.slice(0, before.length)).toBe(before)
  expect(after.slice(before.length)).toMatch(/^\{"format":3,"seq":3,/)
  expect(book.annotations('C0001')).toMatchObject([{ entry: 2, reference: 'T1' }])
  await closeBook(book)
  const again = await openBook(folder, { migrations })
  expect(again.info().entries).toBe(3)
  expect((await again.backups()).filter(({ reason }) => reason === 'migration')).toHaveLength(1)
})

test('there is a sample of every format up to the current one', () => {
  expect(formats.map(Number)).toEqual(Array.from({ length: formatOf(MIGRATIONS) }, (_, index) => index + 1))
  const newest = readFileSync(join(FORMATS, String(formatOf(MIGRATIONS)), 'journal.ndjson'), 'utf8')
  for (const type of Object.keys(EVENT_TYPES)) expect(newest).toContain(`"type":"${type}"`)
})

test.each(formats)('a book written in format %s still has the same figures, and can be continued', async format => {
  const bytes = readFileSync(join(FORMATS, format, 'journal.ndjson'))
  const figures: unknown = JSON.parse(readFileSync(join(FORMATS, format, 'figures.json'), 'utf8'))
  const folder = newFolder()
  mkdirSync(folder)
  writeFileSync(join(folder, 'journal.ndjson'), bytes)
  for (const start of ['from the journal', 'from the checkpoint']) {
    const book = await openBook(folder)
    expect(figuresOf(book), start).toEqual(figures)
    expect(await settledHealth(book)).toEqual({ state: 'ok' })
    expect((await book.records()).total).toBe(book.info().entries)
    expect(await book.verify()).toMatchObject({ ok: true })
    await closeBook(book)
    expect(readFileSync(join(folder, 'journal.ndjson'))).toEqual(bytes)
  }
  const book = await openBook(folder)
  await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })
  expect(readFileSync(join(folder, 'journal.ndjson')).subarray(0, bytes.length)).toEqual(bytes)
})
