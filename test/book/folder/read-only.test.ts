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
  parse,
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
/** Restores permissions, so that a user other than root can remove the folders. */
afterEach(() => {
  for (const folder of handedOver.splice(0)) chmodSync(folder, 0o755)
})

/** The guest's report. */
interface Report {
  readonly opened: 'ok' | Refused['refusal']
  readonly info: BookInfo
  readonly executed: Recorded | Refused
  readonly rows: number
}

/** Opens the book and records an entry as a user other than root. */
function byGuest(folder: string): Promise<Report> {
  const child = guest.fork([folder])
  return new Promise((resolve, reject) => {
    child.on('message', message => resolve(message as Report))
    child.on('error', reject)
    child.on('exit', code => reject(new Error(`the child ended with ${code}`)))
  })
}

/** Makes the guest the owner of a book, with these permissions. */
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

test.skipIf(process.platform === 'win32')('a folder that cannot be written opens read-only, and says so', async () => {
  const folder = await writtenBook({ checkpoint: true })
  handOver(folder, 0o555, 0o444)
  const before = readdirSync(folder)
  const report = await byGuest(folder)
  expect(report).toMatchObject({
    opened: 'ok',
    rows: 4,
    info: { entries: 4, readOnly: true },
    executed: { ok: false, refusal: { code: 'book-read-only' } },
  })
  expect(inWords(report.info.health).message).toContain(folder)
  expect(readdirSync(folder)).toEqual(before)
})

test.skipIf(process.platform === 'win32')(
  'a journal without read permission is reported, and nothing is changed',
  async () => {
    const folder = await writtenBook()
    handOver(folder, 0o755, 0o000)
    const report = await byGuest(folder)
    expect(report).toMatchObject({
      opened: 'ok',
      rows: 0,
      info: { readOnly: true, health: { state: 'damaged' } },
      executed: { ok: false },
    })
    expect(inWords(report.info.health).message).toContain('EACCES')
  },
)

test.skipIf(process.platform === 'win32')(
  'a checkpoint without read permission is reported and left alone, and the book is written without one',
  async () => {
    const folder = await writtenBook({ checkpoint: true })
    handOver(folder, 0o755, 0o600)
    const checkpoint = join(folder, 'book.json')
    const before = readFileSync(checkpoint)
    chmodSync(checkpoint, 0o000)
    const report = await byGuest(folder)
    expect(report).toMatchObject({
      opened: 'ok',
      info: { entries: 5, readOnly: false, health: { state: 'ok' } },
      executed: { ok: true, entry: 5 },
    })
    expect(inWords(report.info.health).message).toContain('book.json cannot be used (EACCES)')
    expect(statSync(checkpoint).mode & 0o777).toBe(0)
    chmodSync(checkpoint, 0o600)
    expect(readFileSync(checkpoint)).toEqual(before)
  },
)

test.skipIf(!canMount())('a read-only disk opens read-only, and says so', async () => {
  const source = await writtenBook({ checkpoint: true })
  const folder = newFolder()
  const disk = mountFolder(source, folder)
  if (disk === undefined) throw new Error('nothing was mounted')
  try {
    disk.makeReadOnly()
    const book = await openBook(folder)
    expect(await settledHealth(book)).toMatchObject({ state: 'ok', message: expect.stringContaining('EROFS') })
    expect(book.info()).toMatchObject({ entries: 4, readOnly: true })
    expect(codeOf(await book.execute(parse(OPENING)))).toBe('book-read-only')
    expect(codeOf(await book.backUp('asked'))).toBe('book-read-only')
    expect((await book.records()).total).toBe(4)
    await closeBook(book)
  } finally {
    disk.unmount()
  }
})

test.skipIf(process.platform === 'win32')(
  'a folder without permissions, and a file in place of the folder, are refused',
  async () => {
    const folder = await writtenBook()
    handOver(folder, 0o000, 0o600)
    expect((await byGuest(folder)).opened).toMatchObject({ code: 'write-failed', params: { reason: 'EACCES' } })
    const file = newFolder()
    writeFileSync(file, 'mine')
    expect(codeOf(await Book.open(file, new Clock().options))).toBe('write-failed')
    expect(readFileSync(file, 'utf8')).toBe('mine')
  },
)
