import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeBook, newFolder, OPENING, openBook, record, settledHealth, writtenBook } from '../fixture.ts'

test.each([
  'book (conflict).json',
  'book (1).json',
  'journal (Dana Reyes’s conflicted copy 2026-01-31).ndjson',
  'journal (conflicted copy 2026-01-31 090000).ndjson',
  'journal.sync-conflict-20260131-090000-ABCDEFG.ndjson',
  'journal 2.ndjson',
  'journal-LAPTOP.ndjson',
  'journal~1.ndjson',
  'Copy of journal.ndjson',
  'Copie de journal.ndjson',
  'Copia de book.json',
  'Cópia de journal.ndjson',
  'Kopie von journal.ndjson',
  'Kopia journal.ndjson',
  'Копия journal.ndjson',
  'journal.ndjson (conflicted copy)',
  'journal.ndjson.Conflict',
  'journal (Konflikt 2026-01-31).ndjson',
  'journal (Copie en conflit de Dana).ndjson',
  'journal - コピー.ndjson',
])('a sync program’s copy next to the book is reported and left alone: %s', async name => {
  const folder = await writtenBook()
  writeFileSync(join(folder, name), '{}')
  const book = await openBook(folder)
  expect(await settledHealth(book)).toMatchObject({ state: 'ok', message: expect.stringContaining(name) })
  expect(book.info()).toMatchObject({ entries: 4, readOnly: false })
  await closeBook(book)
  expect(readFileSync(join(folder, name), 'utf8')).toBe('{}')
})

test.skipIf(process.platform === 'win32')('only the owner can open the files and folders of a book', async () => {
  const folder = newFolder()
  const book = await openBook(folder)
  await record(book, OPENING)
  await book.backUp('asked')
  await closeBook(book)
  const modes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => {
    const { mode } = statSync(join(folder, name))
    return (mode & 0o777).toString(8)
  })
  expect(new Set(modes)).toEqual(new Set(['600', '700']))
  expect((statSync(folder).mode & 0o777).toString(8)).toBe('700')
})
