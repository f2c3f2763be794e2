import { chmodSync, chownSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
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
