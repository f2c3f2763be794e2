import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DISK, type Disk } from '../../../main/book/folder/disk.ts'
import { closeBook, codeOf, inWords, newFolder, OPENING, openBook, parse, record, writtenBook } from '../fixture.ts'
import { canMount, mountSmallDisk } from '../folder/mount.ts'

/**
 * Simulates a disk with room for a journal of `size` bytes, for systems on which none can be
 * mounted: takes the part of a write that fits, then nothing.
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

test('a full disk refuses what does not fit, keeps what does, and takes entries again once there is room', async () => {
  const disk = newFolder()
  const real = mountSmallDisk(disk, 200)
  const folder = join(disk, 'book')
  try {
    const ballast = join(folder, '..', 'ballast')
    let book = await openBook(folder, real === undefined ? { disk: diskOfSize(60_000) } : {})
    await record(book, OPENING)
    if (real !== undefined) writeFileSync(ballast, Buffer.alloc(80_000))
    const bonus = parse({ type: 'bonus', contractId: 'C0001', amount: 1, note: 'x'.repeat(1_500) })
    let taken = 0
    let outcome = await book.execute(bonus)
    for (; outcome.ok; outcome = await book.execute(bonus)) taken++
    expect(outcome.refusal.code).toBe('disk-full')
    expect(taken).toBeGreaterThan(10)
    const path = join(folder, 'journal.ndjson')
    const full = readFileSync(path)
    expect(full.at(-1)).toBe(0x0a)
    expect(book.info()).toMatchObject({ entries: taken + 1, readOnly: false })
    // Not even a checkpoint fits; the journal holds everything.
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

test.skipIf(!canMount())('a book on a full disk opens read-only, and says what to do', async () => {
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
    expect(codeOf(await book.execute(parse(OPENING)))).toBe('book-read-only')
    await closeBook(book)
    rmSync(ballast)
    expect(await record(await openBook(folder), OPENING)).toMatchObject({ entry: 2 })
    expect(readFileSync(join(folder, 'journal.ndjson')).subarray(0, before.length)).toEqual(before)
  } finally {
    real.unmount()
  }
})

/** Fills the disk with a file. */
function fill(path: string): void {
  for (const size of [4_096, 1]) {
    try {
      for (;;) appendFileSync(path, Buffer.alloc(size))
    } catch {
      // Full.
    }
  }
}

test.each(['short', 'none'])(
  'a torn line is not cut off while there is no room to quarantine it (%s write)',
  async how => {
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
  },
)
