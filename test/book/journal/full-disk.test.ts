import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DISK, type Disk } from '../../../main/book/folder/disk.ts'
import { closeBook, codeOf, inWords, newFolder, OPENING, openBook, record, said, writtenBook } from '../fixture.ts'
import { canMount, mountSmallDisk } from '../folder/mount.ts'

/**
 * A disk with room for so many bytes of journal, for where none can be mounted: takes what fits of
 * a write, then nothing.
 */
function diskOfSize(size: number): Disk {
  return {
    ...DISK,
    write: (file, bytes, position) => {
      if (position >= size) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
      return DISK.write(file, bytes.subarray(0, size - position), position)
    },
  }
}

test('a disk that fills up refuses what does not fit, keeps what does, and goes on when there is room again', async () => {
  const disk = newFolder()
  const real = mountSmallDisk(disk, 200)
  const folder = join(disk, 'book')
  try {
    const ballast = join(folder, '..', 'ballast')
    let book = await openBook(folder, real === undefined ? { disk: diskOfSize(60_000) } : {})
    await record(book, OPENING)
    if (real !== undefined) writeFileSync(ballast, Buffer.alloc(80_000))
    const bonus = said({ type: 'bonus', contractId: 'C0001', amount: 1, note: 'x'.repeat(1_500) })
    let taken = 0
    let outcome = await book.execute(bonus)
    for (; outcome.ok; outcome = await book.execute(bonus)) taken++
    expect(outcome.refusal.code).toBe('disk-full')
    expect(taken).toBeGreaterThan(10)
    const path = join(folder, 'journal.ndjson')
    const full = readFileSync(path)
    expect(full.at(-1)).toBe(0x0a)
    expect(book.info()).toMatchObject({ entries: taken + 1, readOnly: false })
    // Not even a checkpoint fits; the journal has it all.
    await closeBook(book)
    if (real !== undefined) rmSync(ballast)
    book = await openBook(folder)
    expect(book.info()).toMatchObject({ entries: taken + 1, readOnly: false })
    expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })).toMatchObject({ entry: taken + 2 })
    expect(await book.verify()).toMatchObject({ ok: true })
    expect(readFileSync(path).subarray(0, full.length)).toEqual(full)
    await closeBook(book)
  } finally {
    real?.unmount()
  }
})

test.skipIf(!canMount())(
  'a disk that is full at the start opens the book to be read, and says what to do',
  async () => {
    const disk = newFolder()
    const real = mountSmallDisk(disk, 200)
    if (real === undefined) throw new Error('nothing was mounted')
    try {
      const folder = join(disk, 'book')
      const first = await openBook(folder)
      await record(first, OPENING)
      await closeBook(first)
      const ballast = join(disk, 'ballast')
      const before = readFileSync(join(folder, 'journal.ndjson'))
      fill(ballast)
      const book = await openBook(folder)
      expect(book.info()).toMatchObject({ entries: 1, readOnly: true })
      expect(inWords(book.info().health).message).toContain('Free some space')
      expect(codeOf(await book.execute(said(OPENING)))).toBe('book-read-only')
      await closeBook(book)
      rmSync(ballast)
      expect(await record(await openBook(folder), OPENING)).toMatchObject({ entry: 2 })
      expect(readFileSync(join(folder, 'journal.ndjson')).subarray(0, before.length)).toEqual(before)
    } finally {
      real.unmount()
    }
  },
)

/** Writes until nothing more fits. */
function fill(path: string): void {
  for (const size of [4_096, 1]) {
    try {
      for (;;) appendFileSync(path, Buffer.alloc(size))
    } catch {
      // Full.
    }
  }
}

test.each(['short', 'none'])('a torn line that there is no room to keep is not cut off (%s write)', async how => {
  const folder = await writtenBook()
  const path = join(folder, 'journal.ndjson')
  const torn = readFileSync(path).subarray(0, -30)
  writeFileSync(path, torn)
  const noRoom: Disk = {
    ...DISK,
    write: (file, bytes, position) => {
      if (how === 'none') throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
      return DISK.write(file, bytes.subarray(0, 10), position)
    },
  }
  const book = await openBook(folder, { disk: noRoom })
  const { health, ...info } = book.info()
  expect(info).toMatchObject({ entries: 3, readOnly: true })
  expect(inWords(health)).toMatchObject({ state: 'damaged', message: expect.stringContaining('ENOSPC') })
  await closeBook(book)
  expect(readFileSync(path)).toEqual(torn)
  expect(await (await openBook(folder)).verify()).toMatchObject({ ok: true, entries: 3 })
})
