import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Book } from '../../../main/book/book.ts'
import { readOwn, writeOwn } from '../../../main/book/folder/own-file.ts'
import { readExport } from '../../../main/export/restore.ts'
import { Clock, newFolder, openBook, settledHealth, writtenBook } from '../fixture.ts'

const isPosix = process.platform !== 'win32'
const makePipe = (path: string): void => void execFileSync('mkfifo', [path])

describe.runIf(isPosix)('a pipe in place of a file of the book', () => {
  test.each(['journal.ndjson', 'book.json', 'front-page.json', 'lock.1', 'lock.7'])(
    'never holds up its opening: %s',
    async name => {
      const folder = await writtenBook({ checkpoint: true })
      rmSync(join(folder, name), { force: true })
      makePipe(join(folder, name))
      const opened = await Book.open(folder, new Clock().options)
      // A lock that was made just now may still be being written.
      if (name.startsWith('lock')) expect(opened).toMatchObject({ ok: false, refusal: { code: 'book-locked' } })
      else if (opened.ok) await opened.book.close()
    },
  )
  test('is told in place of the journal, which is not begun anew', async () => {
    const folder = await writtenBook({ checkpoint: true })
    rmSync(join(folder, 'journal.ndjson'))
    makePipe(join(folder, 'journal.ndjson'))
    expect(await settledHealth(await openBook(folder))).toMatchObject({
      state: 'damaged',
      message: expect.stringContaining('cannot be opened'),
    })
  })
  test('is refused as an export to restore', async () => {
    const pipe = join(dirname(newFolder()), 'export.json')
    makePipe(pipe)
    const read = await readExport(pipe, {}, () => undefined)
    expect(read).toMatchObject({ ok: false, refusal: { code: 'unreadable-statement' } })
  })
})

describe.runIf(isPosix)('a small file of the app’s own', () => {
  test('is read from no link, pipe or folder, without waiting', () => {
    const folder = dirname(newFolder())
    writeFileSync(join(folder, 'mine'), 'mine')
    symlinkSync(join(folder, 'mine'), join(folder, 'link'))
    makePipe(join(folder, 'pipe'))
    mkdirSync(join(folder, 'folder'))
    for (const name of ['link', 'pipe', 'folder', 'none']) expect(() => readOwn(join(folder, name)), name).toThrow()
    expect(readOwn(join(folder, 'mine'))).toBe('mine')
  })
  test('replaces a link in its place without following it, for its owner only', () => {
    const folder = dirname(newFolder())
    writeFileSync(join(folder, 'mine'), 'mine')
    symlinkSync(join(folder, 'mine'), join(folder, 'window.json'))
    writeOwn(join(folder, 'window.json'), '{}')
    expect(readFileSync(join(folder, 'mine'), 'utf8')).toBe('mine')
    expect(readFileSync(join(folder, 'window.json'), 'utf8')).toBe('{}')
    expect(statSync(join(folder, 'window.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).sort()).toEqual(['mine', 'window.json'])
  })
})

describe.runIf(isPosix)('a book that was copied with rights for everyone', () => {
  test('is its owner’s again once it is opened', async () => {
    const folder = await writtenBook({ checkpoint: true })
    mkdirSync(join(folder, 'recovered'))
    writeFileSync(join(folder, 'recovered', 'old'), '')
    const all = ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].map(name => join(folder, name))
    for (const path of all) chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644)
    expect((await settledHealth(await openBook(folder))).message).toBeUndefined()
    for (const path of all) expect(statSync(path).mode & 0o077, path).toBe(0)
  })
  test('leaves a folder with other things in it, and those, as they are', async () => {
    const folder = await writtenBook({ checkpoint: true })
    writeFileSync(join(folder, 'letter.txt'), 'mine', { mode: 0o644 })
    chmodSync(folder, 0o755)
    await openBook(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o755)
    expect(statSync(join(folder, 'letter.txt')).mode & 0o777).toBe(0o644)
    expect(statSync(join(folder, 'journal.ndjson')).mode & 0o777).toBe(0o600)
  })
})

test('a torn end of 100 MB is set aside in under a second', async () => {
  const folder = await writtenBook({ checkpoint: true })
  const journal = join(folder, 'journal.ndjson')
  const whole = readFileSync(journal)
  const claim = `,"hash":"${'0'.repeat(64)}"}`
  appendFileSync(journal, Buffer.concat([Buffer.from(claim.repeat(1_000)), Buffer.alloc(100 << 20, 'x')]))
  // Its own time: other tests may run meanwhile.
  const began = process.cpuUsage()
  const book = await openBook(folder)
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1_000).toBeLessThan(1_000)
  expect(book.info()).toMatchObject({ entries: 4, readOnly: false })
  expect(readFileSync(journal).equals(whole)).toBe(true)
})

test('a backup that would unpack without end is refused before it fills the disk', async () => {
  const folder = await writtenBook({ checkpoint: true })
  const id = '2026-01-30T09-00-00.000Z.asked.9.ndjson.gz'
  mkdirSync(join(folder, 'backups'), { recursive: true })
  writeFileSync(join(folder, 'backups', id), gzipSync(Buffer.alloc(80 << 20)))
  const book = await openBook(folder)
  await book.acceptRollback()
  expect(await book.restore(id)).toMatchObject({ ok: false, refusal: { code: 'bad-input', variant: 'bad-backup' } })
  expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
})
