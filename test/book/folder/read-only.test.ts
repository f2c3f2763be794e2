import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Book, type BookInfo, type Recorded, type Refused } from '../../../main/book/book.ts'
import {
  Clock,
  closeBook,
  codeOf,
  inWords,
  newFolder,
  OPENING,
  openBook,
  record,
  said,
  settledHealth,
  writtenBook,
} from '../fixture.ts'
import { GUEST, type GuestModule, guestModule } from './guest.ts'
import { canMount, mountFolder } from './mount.ts'

let guest: GuestModule
beforeAll(async () => {
  guest = await guestModule('test/book/children/guest.ts')
}, 60_000)
afterAll(() => guest.remove())

const handedOver: string[] = []
/** Who is not root cannot clear away what may not be read or written. */
afterEach(() => {
  for (const folder of handedOver.splice(0)) chmodSync(folder, 0o755)
})

interface Told {
  readonly opened: 'ok' | Refused['refusal']
  readonly info: BookInfo
  readonly executed: Recorded | Refused
  readonly rows: number
}

/** How opening and recording go for a user who is not root; for root that is nobody. */
function byGuest(folder: string): Promise<Told> {
  const child = guest.fork([folder])
  return new Promise((resolve, reject) => {
    child.on('message', message => resolve(message as Told))
    child.on('error', reject)
    child.on('exit', code => reject(new Error(`the child ended with ${code}`)))
  })
}

/** Gives a book to the guest, with these modes. */
function handOver(folder: string, folderMode: number, fileMode: number): void {
  chmodSync(dirname(folder), 0o755)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    chmodSync(path, statSync(path).isDirectory() ? 0o755 : fileMode)
    chownSync(path, GUEST, GUEST)
  }
  chownSync(folder, GUEST, GUEST)
  chmodSync(folder, folderMode)
  handedOver.push(folder)
}

test('a folder that cannot be written opens to be read, and says so', async () => {
  const folder = await writtenBook({ checkpoint: true })
  handOver(folder, 0o555, 0o444)
  const before = readdirSync(folder)
  const told = await byGuest(folder)
  expect(told).toMatchObject({
    opened: 'ok',
    rows: 4,
    info: { entries: 4, readOnly: true },
    executed: { ok: false, refusal: { code: 'book-read-only' } },
  })
  expect(inWords(told.info.health).message).toContain(folder)
  expect(readdirSync(folder)).toEqual(before)
})

test('a journal without permission is told, and nothing is changed', async () => {
  const folder = await writtenBook()
  handOver(folder, 0o755, 0o000)
  const told = await byGuest(folder)
  expect(told).toMatchObject({
    opened: 'ok',
    rows: 0,
    info: { readOnly: true, health: { state: 'damaged' } },
    executed: { ok: false },
  })
  expect(inWords(told.info.health).message).toContain('EACCES')
})

test('a checkpoint without permission is told and left alone, and the book is written without it', async () => {
  const folder = await writtenBook({ checkpoint: true })
  handOver(folder, 0o755, 0o600)
  const checkpoint = join(folder, 'book.json')
  const before = readFileSync(checkpoint)
  chmodSync(checkpoint, 0o000)
  const told = await byGuest(folder)
  expect(told).toMatchObject({
    opened: 'ok',
    info: { entries: 5, readOnly: false, health: { state: 'ok' } },
    executed: { ok: true, entry: 5 },
  })
  expect(inWords(told.info.health).message).toContain('book.json cannot be used (EACCES)')
  expect(statSync(checkpoint).mode & 0o777).toBe(0)
  chmodSync(checkpoint, 0o600)
  expect(readFileSync(checkpoint)).toEqual(before)
})

test.skipIf(!canMount())('a disk that only lets itself be read opens to be read, and says so', async () => {
  const source = await writtenBook({ checkpoint: true })
  const folder = newFolder()
  const disk = mountFolder(source, folder)
  if (disk === undefined) throw new Error('nothing was mounted')
  try {
    disk.makeReadOnly()
    const book = await openBook(folder)
    expect(await settledHealth(book)).toMatchObject({ state: 'ok', message: expect.stringContaining('EROFS') })
    expect(book.info()).toMatchObject({ entries: 4, readOnly: true })
    expect(codeOf(await book.execute(said(OPENING)))).toBe('book-read-only')
    expect(codeOf(await book.backUp('asked'))).toBe('book-read-only')
    expect((await book.records()).total).toBe(4)
    await closeBook(book)
  } finally {
    disk.unmount()
  }
})

test('a folder without permission, or in the place of a file, is refused', async () => {
  const folder = await writtenBook()
  handOver(folder, 0o000, 0o600)
  expect((await byGuest(folder)).opened).toMatchObject({ code: 'write-failed', params: { reason: 'EACCES' } })
  const file = newFolder()
  writeFileSync(file, 'mine')
  expect(codeOf(await Book.open(file, new Clock().options))).toBe('write-failed')
  expect(readFileSync(file, 'utf8')).toBe('mine')
})

test.skipIf(process.platform === 'win32')(
  'a pipe in the place of the journal or the checkpoint is told, and nobody waits for it',
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

test('a folder or a link in the place of the journal is told, and left alone', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'journal.ndjson'), { recursive: true })
  const book = await openBook(folder)
  expect(await settledHealth(book)).toMatchObject({ state: 'damaged' })
  expect(codeOf(await book.execute(said(OPENING)))).toBe('book-read-only')
  await closeBook(book)
  expect(statSync(join(folder, 'journal.ndjson')).isDirectory()).toBe(true)

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

test('a journal that is gone, or empty, while the checkpoint knows of entries is no empty book', async () => {
  for (const content of [undefined, '']) {
    const good = await writtenBook({ checkpoint: true })
    const folder = newFolder()
    mkdirSync(folder)
    writeFileSync(join(folder, 'book.json'), readFileSync(join(good, 'book.json')))
    if (content !== undefined) writeFileSync(join(folder, 'journal.ndjson'), content)
    const book = await openBook(folder)
    expect(await settledHealth(book)).toMatchObject({ state: 'damaged' })
    expect(inWords(book.info().health).message).toContain('4 entries')
    expect(codeOf(await book.execute(said(OPENING)))).toBe('book-read-only')
    await closeBook(book)
    expect(existsSync(join(folder, 'journal.ndjson'))).toBe(content !== undefined)
    expect(readFileSync(join(folder, 'book.json'))).toEqual(readFileSync(join(good, 'book.json')))
  }
})

test('what the book writes is its owner’s alone', async () => {
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
