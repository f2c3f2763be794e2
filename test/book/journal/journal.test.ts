import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Book } from '../../../main/book/book.ts'
import { DISK, type Disk } from '../../../main/book/folder/disk.ts'
import { closeBook, codeOf, inWords, MOVES, newFolder, OPENING, openBook, parse, record } from '../fixture.ts'

/** A disk that fails on demand. */
class FaultyDisk implements Disk {
  fault: { readonly on: keyof Disk; readonly code: string } | 'short' | undefined
  alsoCut = false
  calls: string[] = []

  write(file: number, bytes: Uint8Array, position: number): number {
    this.#meet('write')
    // As a file system does that runs out of room in the middle of a write.
    if (this.fault === 'short') return DISK.write(file, bytes.subarray(0, 10), position)
    if (this.#isOn('write')) DISK.write(file, bytes.subarray(0, 10), position)
    this.#fail('write')
    return DISK.write(file, bytes, position)
  }

  sync(file: number): void {
    this.#meet('sync')
    this.#fail('sync')
    DISK.sync(file)
  }

  cut(file: number, length: number): void {
    this.#meet('cut')
    if (this.alsoCut) throw Object.assign(new Error('EIO'), { code: 'EIO' })
    DISK.cut(file, length)
  }

  #meet(call: string): void {
    this.calls.push(call)
  }

  #isOn(call: keyof Disk): boolean {
    return typeof this.fault === 'object' && this.fault.on === call
  }

  #fail(call: keyof Disk): void {
    if (typeof this.fault === 'object' && this.#isOn(call))
      throw Object.assign(new Error(this.fault.code), { code: this.fault.code })
  }
}

const journalOf = (folder: string): string => readFileSync(join(folder, 'journal.ndjson'), 'utf8')
const bonus = parse({ type: 'bonus', contractId: 'C0001', amount: 100 })

async function bookOn(disk: FaultyDisk): Promise<{ book: Book; folder: string; before: string }> {
  const folder = newFolder()
  const book = await openBook(folder, { disk })
  await record(book, OPENING)
  return { book, folder, before: journalOf(folder) }
}

/** Expects the book to be unchanged, in memory and on disk. */
function expectUnchanged(book: Book, folder: string, before: string): void {
  expect(journalOf(folder)).toBe(before)
  expect(book.contract('C0001')?.bonuses).toBe(0)
  expect(book.info()).toMatchObject({ entries: 1, position: 1 })
}

test('a command is one write and one fsync', async () => {
  const disk = new FaultyDisk()
  const { book } = await bookOn(disk)
  disk.calls = []
  await book.execute(bonus)
  expect(disk.calls).toEqual(['write', 'sync'])
})

test.each([
  ['a short write', 'short', 'disk-full'],
  ['a full disk', { on: 'write', code: 'ENOSPC' }, 'disk-full'],
  ['a full quota', { on: 'write', code: 'EDQUOT' }, 'disk-full'],
  ['a failing disk', { on: 'write', code: 'EIO' }, 'write-failed'],
] as const)('%s leaves nothing of a command, and the next command is recorded', async (_, fault, code) => {
  const disk = new FaultyDisk()
  const { book, folder, before } = await bookOn(disk)
  disk.fault = fault
  expect(codeOf(await book.execute(bonus))).toBe(code)
  expectUnchanged(book, folder, before)
  disk.fault = undefined
  expect(await book.execute(bonus)).toMatchObject({ ok: true, entry: 2, position: 2 })
  expect(await book.verify()).toMatchObject({ ok: true })
})

test('after a failed fsync, which is never retried, the book is read-only until it is opened again', async () => {
  const disk = new FaultyDisk()
  const { book, folder, before } = await bookOn(disk)
  disk.fault = { on: 'sync', code: 'EIO' }
  disk.calls = []
  expect(codeOf(await book.execute(bonus))).toBe('write-failed')
  expect(disk.calls).toEqual(['write', 'sync', 'cut'])
  disk.fault = undefined
  expectUnchanged(book, folder, before)
  expect(codeOf(await book.execute(bonus))).toBe('book-read-only')
  expect(book.info()).toMatchObject({ readOnly: true, health: { state: 'damaged' } })
  expect(inWords(book.info().health).message).toContain('EIO')
  await closeBook(book)
  expect(await record(await openBook(folder), { type: 'bonus', contractId: 'C0001', amount: 100 })).toMatchObject({
    entry: 2,
  })
})

test('after a failed write that cannot be cut off, the book is read-only until it is opened again', async () => {
  const disk = new FaultyDisk()
  const { book, folder, before } = await bookOn(disk)
  disk.fault = 'short'
  disk.alsoCut = true
  expect(codeOf(await book.execute(bonus))).toBe('disk-full')
  expect(codeOf(await book.execute(bonus))).toBe('book-read-only')
  expect(book.info()).toMatchObject({ readOnly: true, health: { state: 'damaged' } })
  expect(inWords(book.info().health).message).toContain('until it is opened again')
  await closeBook(book)
  const again = await openBook(folder)
  await again.proved()
  expect(again.info()).toMatchObject({ entries: 1, readOnly: false, health: { state: 'recovered' } })
  expect(journalOf(folder)).toBe(before)
})

test('a transaction of many commands is recorded completely or not at all', async () => {
  const disk = new FaultyDisk()
  const { book, folder, before } = await bookOn(disk)
  disk.fault = { on: 'write', code: 'ENOSPC' }
  expect(codeOf(await book.executeAll([bonus, ...MOVES.map(parse)]))).toBe('disk-full')
  expectUnchanged(book, folder, before)
  disk.fault = undefined
  expect(
    await book.executeAll([bonus, parse({ type: 'release', contractId: 'C0001', milestoneId: 'M1', amount: 1 })]),
  ).toMatchObject({ ok: false, index: 1 })
  expectUnchanged(book, folder, before)
  expect(await book.executeAll([bonus, ...MOVES.map(parse)])).toMatchObject({
    ok: true,
    recorded: [{ entry: 2, position: 2 }, {}, {}, { entry: 5, position: 2 }],
  })
  expect(journalOf(folder).trimEnd().split('\n')).toHaveLength(2)
})
