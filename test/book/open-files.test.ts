import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Book } from '../../main/book/book.ts'
import { lineOf } from '../../main/book/journal/line.ts'
import {
  Clock,
  closeBook,
  codeOf,
  inWords,
  newFolder,
  OPENING,
  openBook,
  parse,
  settledHealth,
  writtenBook,
} from './fixture.ts'

test.skipIf(process.platform === 'win32')(
  'a pipe in place of the journal or the checkpoint is reported, and does not block opening',
  async () => {
    const folder = newFolder()
    mkdirSync(folder)
    execFileSync('mkfifo', [join(folder, 'journal.ndjson')])
    expect(await settledHealth(await openBook(folder))).toMatchObject({ state: 'damaged' })
    const good = await writtenBook()
    execFileSync('mkfifo', [join(good, 'book.json')])
    const book = await openBook(good)
    expect(await settledHealth(book)).toMatchObject({ state: 'ok', message: expect.stringContaining('book.json') })
    await closeBook(book)
    expect(lstatSync(join(good, 'book.json')).isFIFO()).toBe(true)
  },
)

test('a folder in place of the journal is reported and left alone', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'journal.ndjson'), { recursive: true })
  const book = await openBook(folder)
  expect(await settledHealth(book)).toMatchObject({ state: 'damaged' })
  expect(codeOf(await book.execute(parse(OPENING)))).toBe('book-read-only')
  await closeBook(book)
  expect(statSync(join(folder, 'journal.ndjson')).isDirectory()).toBe(true)
})

test.skipIf(process.platform === 'win32')('a link in place of the journal is reported and left alone', async () => {
  const linked = newFolder()
  mkdirSync(linked)
  const target = join(linked, '..', 'elsewhere.ndjson')
  writeFileSync(target, 'mine')
  symlinkSync(target, join(linked, 'journal.ndjson'))
  const other = await openBook(linked)
  expect(other.info()).toMatchObject({ readOnly: true, health: { state: 'damaged' } })
  await closeBook(other)
  expect(lstatSync(join(linked, 'journal.ndjson')).isSymbolicLink()).toBe(true)
  expect(readFileSync(target, 'utf8')).toBe('mine')
})

test('a missing or empty journal next to a checkpoint with entries is not an empty book', async () => {
  for (const content of [undefined, '']) {
    const good = await writtenBook({ checkpoint: true })
    const folder = newFolder()
    mkdirSync(folder)
    writeFileSync(join(folder, 'book.json'), readFileSync(join(good, 'book.json')))
    if (content !== undefined) writeFileSync(join(folder, 'journal.ndjson'), content)
    const book = await openBook(folder)
    expect(await settledHealth(book)).toMatchObject({ state: 'damaged' })
    expect(inWords(book.info().health).message).toContain('4 entries')
    expect(codeOf(await book.execute(parse(OPENING)))).toBe('book-read-only')
    await closeBook(book)
    expect(existsSync(join(folder, 'journal.ndjson'))).toBe(content !== undefined)
    expect(readFileSync(join(folder, 'book.json'))).toEqual(readFileSync(join(good, 'book.json')))
  }
})

test('a book in a newer format is refused, naming both formats, and left unchanged', async () => {
  const folder = await writtenBook()
  const path = join(folder, 'journal.ndjson')
  const last: { hash: string } = JSON.parse(readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) ?? '')
  const newer =
    readFileSync(path, 'utf8') +
    lineOf({ format: 3, seq: 5, at: '2026-02-01T00:00:00.000Z', entries: [] }, last.hash).text
  writeFileSync(path, newer)
  expect(await Book.open(folder, new Clock().options)).toMatchObject({
    ok: false,
    refusal: { code: 'format-too-new', params: { found: 3, known: 2 } },
  })
  expect(readFileSync(path, 'utf8')).toBe(newer)
  expect(codeOf(await Book.open(folder, new Clock().options))).toBe('format-too-new')
})
