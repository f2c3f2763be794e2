import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { lineOf } from '../../../main/book/journal/line.ts'
import {
  closeBook,
  codeOf,
  MOVES,
  newFolder,
  OPENING,
  openBook,
  parse,
  record,
  recordAll,
  settledHealth,
} from '../fixture.ts'
import { damage, journalOf, madeBackup, unpacked } from './backed-up-book.ts'

test('restoring brings back the entries of a backup, after backing up the current ones', async () => {
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
  expect(changes).toEqual([{ position: 2, contractIds: ['C0001'], accountIds: [], book: true }])
  const undo = (await book.backups()).find(({ reason }) => reason === 'restore')
  if (undo === undefined) throw new Error('there is no backup of the previous journal')
  expect(unpacked(folder, undo)).toEqual(later)
  expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })).toMatchObject({ entry: 3 })
  expect(await book.restore(undo.id)).toMatchObject({ ok: true })
  expect(journalOf(folder)).toEqual(later)
  await closeBook(book)
  expect((await openBook(folder)).info().entries).toBe(4)
})

test('a damaged book offers its newest intact backup and says how many entries it lacks; restoring keeps a backup of the damaged journal', async () => {
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
  const ofDamaged = (await again.backups()).find(({ reason }) => reason === 'restore')
  if (ofDamaged === undefined) throw new Error('there is no backup of the damaged journal')
  expect(unpacked(folder, ofDamaged)).toEqual(damaged)
  expect(codeOf(await again.restore(ofDamaged.id))).toBe('bad-input')
})

test('a damaged book without an intact backup says so', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING])
  await madeBackup(book)
  await closeBook(book)
  for (const name of readdirSync(join(folder, 'backups'))) writeFileSync(join(folder, 'backups', name), '')
  damage(folder, 1)
  expect((await settledHealth(await openBook(folder))).message).toContain('no good backup')
})

test('a backup by a newer app is refused, naming both formats, before anything changes, and is never offered to a damaged book', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING, ...MOVES])
  const good = await madeBackup(book)
  await closeBook(book)
  const before = journalOf(folder)
  const { text } = lineOf({ format: 3, seq: 5, at: '2026-01-31T11:00:00.000Z', entries: [] }, await headOf(folder))
  const newer = '2026-01-31T11-00-00.000Z.asked.4.ndjson.gz'
  writeFileSync(join(folder, 'backups', newer), gzipSync(Buffer.concat([before, Buffer.from(text)])))
  const again = await openBook(folder)
  expect(await again.restore(newer)).toMatchObject({
    ok: false,
    refusal: { code: 'format-too-new', params: { found: 3, known: 2 } },
  })
  expect(journalOf(folder)).toEqual(before)
  expect(await record(again, { type: 'bonus', contractId: 'C0001', amount: 1 })).toMatchObject({ entry: 5 })
  await closeBook(again)
  damage(folder, 2)
  expect((await settledHealth(await openBook(folder))).backup?.id).toBe(good.id)
})

async function headOf(folder: string): Promise<string> {
  const book = await openBook(folder)
  const { head } = book.info()
  await closeBook(book)
  return head
}

test('damage found by a check while the book is open makes it read-only, and a backup is offered', async () => {
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
  expect(codeOf(await book.execute(parse(OPENING)))).toBe('book-read-only')
  expect(await book.restore(good.id)).toMatchObject({ ok: true })
  expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })).toMatchObject({ entry: 5 })
})
