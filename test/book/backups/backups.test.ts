import { expect, test } from 'vitest'
import {
  Clock,
  closeBook,
  MOVES,
  newFolder,
  OPENING,
  openBook,
  record,
  recordAll,
  settledHealth,
  writtenBook,
} from '../fixture.ts'
import { backupsOf, damage, journalOf, madeBackup, unpacked } from './backed-up-book.ts'

const DAY_MS = 86_400_000

test('a backup is a compressed copy of the journal, byte for byte', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING, ...MOVES])
  const backup = await madeBackup(book)
  expect(backup).toMatchObject({ reason: 'asked', entries: 4 })
  expect(unpacked(folder, backup)).toEqual(journalOf(folder))
  expect(book.info().lastBackup).toBe(backup.at)
})

test('at most one backup a day is made: at the start, or by the first command after midnight', async () => {
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

test('a clock that was ahead for a while neither hides newer backups nor causes one before every command', async () => {
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
  // Not the one dated 2030, which holds fewer entries.
  expect((await settledHealth(again)).backup).toMatchObject({ id: asked.id, entries: 4, missing: 3 })
  expect((await again.backups()).at(-1)?.at.slice(0, 4)).toBe('2030')
  expect(ahead.entries).toBe(2)
})
