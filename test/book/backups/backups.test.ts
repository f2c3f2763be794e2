import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { backupsToKeep, newestFirst } from '../../../main/book/backups/backup-retention.ts'
import type { Book } from '../../../main/book/book.ts'
import { lineOf } from '../../../main/book/journal/line.ts'
import type { BackupRow } from '../../../shared/api/backups.ts'
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
  writtenBook,
} from '../fixture.ts'

const DAY_MS = 86_400_000

const journalOf = (folder: string): Buffer => readFileSync(join(folder, 'journal.ndjson'))
const unpacked = (folder: string, { id }: BackupRow): Buffer => gunzipSync(readFileSync(join(folder, 'backups', id)))

/** The backups once there are so many: those of the day are made beside. */
async function backupsOf(book: Book, count: number): Promise<readonly BackupRow[]> {
  await expect.poll(async () => (await book.backups()).length).toBe(count)
  return book.backups()
}

async function madeBackup(book: Book): Promise<BackupRow> {
  const made = await book.backUp('asked')
  if (!made.ok) throw new Error(made.refusal.code)
  return made.backup
}

/** Changes one digit of an amount in a journal, as a failing disk would. */
function damage(folder: string, line: number): void {
  const lines = journalOf(folder).toString().split('\n')
  lines[line - 1] = (lines[line - 1] ?? '').replace('"amount":', '"amount":1')
  writeFileSync(join(folder, 'journal.ndjson'), lines.join('\n'))
}

test('a backup is a compressed copy of the journal, byte for byte', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING, ...MOVES])
  const backup = await madeBackup(book)
  expect(backup).toMatchObject({ reason: 'asked', entries: 4 })
  expect(unpacked(folder, backup)).toEqual(journalOf(folder))
  expect(book.info().lastBackup).toBe(backup.at)
})

test('one is made a day at most: at the start, and by the first command after midnight', async () => {
  const folder = await writtenBook()
  const clock = new Clock()
  clock.moment = new Date(clock.moment.getTime() + DAY_MS)
  const book = await openBook(folder, clock.options)
  const before = (await book.backups()).length
  await backupsOf(book, before + 1)
  await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })
  await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })
  await backupsOf(book, before + 1)
  clock.moment = new Date(`${clock.options.today()}T23:59:59`)
  await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })
  await backupsOf(book, before + 1)
  clock.moment = new Date(clock.moment.getTime() + 2_000)
  await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })
  const [newest] = await backupsOf(book, before + 2)
  expect(newest).toMatchObject({ reason: 'daily', entries: 7 })
  expect((await book.records({ offset: 7 })).rows[0]).toMatchObject({ on: clock.options.today() })
})

test('7 daily, 4 weekly and 12 monthly ones are kept, and the newest of those made for a reason', () => {
  const rows: BackupRow[] = Array.from({ length: 500 }, (_, day) => {
    const at = new Date(Date.parse('2026-01-31T10:00:00Z') - day * DAY_MS).toISOString()
    return { id: `daily ${day}`, at, reason: 'daily', entries: 1, bytes: 1 }
  })
  const asked: BackupRow[] = Array.from({ length: 20 }, (_, hour) => ({
    id: `asked ${hour}`,
    at: new Date(Date.parse('2025-12-31T23:00:00Z') - hour * 3_600_000).toISOString(),
    reason: 'asked',
    entries: 1,
    bytes: 1,
  }))
  const keep = backupsToKeep(newestFirst([...rows, ...asked], new Date('2026-01-31T12:00:00Z')))
  const days = rows.filter(({ id }) => keep.has(id)).map(({ at }) => at.slice(0, 10))
  expect(days.slice(0, 7)).toEqual([
    '2026-01-31',
    '2026-01-30',
    '2026-01-29',
    '2026-01-28',
    '2026-01-27',
    '2026-01-26',
    '2026-01-25',
  ])
  // Sundays end a week, and the last day of a month is its newest.
  expect(days).toEqual(expect.arrayContaining(['2026-01-18', '2026-01-11', '2025-12-31', '2025-02-28']))
  expect(days).not.toContain('2025-01-31')
  expect(days).toHaveLength(7 + 2 + 11)
  expect([...keep].filter(id => id.startsWith('asked'))).toHaveLength(12)
})

test('restoring brings back a backup’s entries, after backing up what was there', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING, ...MOVES.slice(0, 1)])
  const backup = await madeBackup(book)
  const [before, head] = [journalOf(folder), book.info().head]
  await recordAll(book, MOVES.slice(1))
  const later = journalOf(folder)
  const changes: unknown[] = []
  book.onChanged(change => changes.push(change))
  expect(await book.restore(backup.id)).toMatchObject({ ok: true })
  expect(journalOf(folder)).toEqual(before)
  expect(book.info()).toMatchObject({ entries: 2, head, readOnly: false, health: { state: 'ok' } })
  expect(book.contract('C0001')?.released).toBe(0)
  expect((await book.records()).total).toBe(2)
  expect(changes).toEqual([{ position: 2, contractIds: ['C0001'] }])
  const undo = (await book.backups()).find(({ reason }) => reason === 'restore')
  if (undo === undefined) throw new Error('there is no backup of what was there')
  expect(unpacked(folder, undo)).toEqual(later)
  expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })).toMatchObject({ entry: 3 })
  expect(await book.restore(undo.id)).toMatchObject({ ok: true })
  expect(journalOf(folder)).toEqual(later)
  await closeBook(book)
  expect((await openBook(folder)).info().entries).toBe(4)
})

test('a damaged book names its newest good backup and what would be missing; restoring it keeps the damaged journal', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING, ...MOVES.slice(0, 1)])
  const good = await madeBackup(book)
  await recordAll(book, MOVES.slice(1))
  const newest = await madeBackup(book)
  await closeBook(book)
  damage(folder, 2)
  writeFileSync(join(folder, 'backups', newest.id), 'no backup at all')
  const damaged = journalOf(folder)
  const again = await openBook(folder)
  expect(await settledHealth(again)).toMatchObject({
    state: 'damaged',
    line: 2,
    backup: { id: good.id, entries: 2, missing: 2 },
  })
  expect(codeOf(await again.restore(newest.id))).toBe('bad-input')
  expect(codeOf(await again.restore('../journal.ndjson'))).toBe('bad-input')
  expect(journalOf(folder)).toEqual(damaged)
  expect(await again.restore(good.id)).toMatchObject({ ok: true })
  expect(again.info()).toMatchObject({ entries: 2, readOnly: false, health: { state: 'ok' } })
  const kept = (await again.backups()).find(({ reason }) => reason === 'restore')
  if (kept === undefined) throw new Error('there is no backup of the damaged journal')
  expect(unpacked(folder, kept)).toEqual(damaged)
  expect(codeOf(await again.restore(kept.id))).toBe('bad-input')
})

test('a book without a good backup says so', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING])
  await madeBackup(book)
  await closeBook(book)
  for (const name of readdirSync(join(folder, 'backups'))) writeFileSync(join(folder, 'backups', name), '')
  damage(folder, 1)
  expect((await settledHealth(await openBook(folder))).message).toContain('no good backup')
})

test('a clock that was ahead for a while neither hides newer backups nor makes one before every command', async () => {
  const folder = newFolder()
  const clock = new Clock()
  const real = clock.moment
  clock.moment = new Date('2030-05-01T09:00:00')
  const book = await recordAll(await openBook(folder, clock.options), [OPENING, MOVES[0] ?? OPENING])
  const ahead = await madeBackup(book)
  clock.moment = real
  await recordAll(book, MOVES.slice(1))
  const [daily] = await backupsOf(book, 3)
  expect(daily).toMatchObject({ reason: 'daily', at: expect.stringMatching(/^2026-01-31/) })
  const asked = await madeBackup(book)
  expect((await book.backups())[0]).toEqual(asked)
  expect(book.info().lastBackup).toBe(asked.at)
  for (let turn = 0; turn < 3; turn++) {
    await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })
    await backupsOf(book, 4)
  }
  await closeBook(book)
  damage(folder, 2)
  const again = await openBook(folder, clock.options)
  // Not the one that says it is of 2030, which has less.
  expect((await settledHealth(again)).backup).toMatchObject({ id: asked.id, entries: 4, missing: 3 })
  expect((await again.backups()).at(-1)?.at.slice(0, 4)).toBe('2030')
  expect(ahead.entries).toBe(2)
})

test('a clock set back years still keeps the backup it makes, and lets the oldest of the others go', async () => {
  const now = new Date('2020-03-01T10:00:00Z')
  const later = Array.from({ length: 40 }, (_, month): BackupRow => {
    const at = new Date(Date.UTC(2023, month, 15)).toISOString()
    return { id: at, at, reason: 'daily', entries: 1, bytes: 1 }
  })
  const made: BackupRow = { id: 'made', at: now.toISOString(), reason: 'daily', entries: 2, bytes: 1 }
  const keep = backupsToKeep(newestFirst([...later, made], now))
  expect(keep.has('made')).toBe(true)
  expect(keep.has('2026-04-15T00:00:00.000Z')).toBe(true)
  expect(keep.has('2023-01-15T00:00:00.000Z')).toBe(false)
})

test('a backup of a newer app is refused with both formats before anything is touched, and is not what a damaged book is offered', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING, ...MOVES])
  const good = await madeBackup(book)
  await closeBook(book)
  const before = journalOf(folder)
  const { text } = lineOf({ format: 3, seq: 5, at: '2026-01-31T11:00:00.000Z', entries: [] }, await openedHead(folder))
  const newer = '2026-01-31T11-00-00.000Z.asked.4.ndjson.gz'
  writeFileSync(join(folder, 'backups', newer), gzipSync(Buffer.concat([before, Buffer.from(text)])))
  const again = await openBook(folder)
  expect(await again.restore(newer)).toMatchObject({
    ok: false,
    refusal: { code: 'format-too-new', params: { found: 3, known: 1 } },
  })
  expect(journalOf(folder)).toEqual(before)
  expect(await record(again, { type: 'bonus', contractId: 'C0001', amount: 1 })).toMatchObject({ entry: 5 })
  await closeBook(again)
  damage(folder, 2)
  expect((await settledHealth(await openBook(folder))).backup?.id).toBe(good.id)
})

async function openedHead(folder: string): Promise<string> {
  const book = await openBook(folder)
  const { head } = book.info()
  await closeBook(book)
  return head
}

test('damage that a check finds while the book is open stops it from then on, and offers a backup', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING, ...MOVES])
  const good = await madeBackup(book)
  expect(await settledHealth(book)).toMatchObject({ state: 'ok' })
  damage(folder, 2)
  const found = await book.verify()
  expect(found).toMatchObject({ ok: false })
  expect(found.problems[0]).toMatchObject({ line: 2, code: 'changed' })
  expect(await settledHealth(book)).toMatchObject({ state: 'damaged', line: 2, backup: { id: good.id, missing: 0 } })
  expect(book.info().readOnly).toBe(true)
  expect(codeOf(await book.execute(said(OPENING)))).toBe('book-read-only')
  expect(await book.restore(good.id)).toMatchObject({ ok: true })
  expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })).toMatchObject({ entry: 5 })
})
