import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DISK, type Disk } from '../../main/book/disk.ts'
import { closeBook, newFolder, OPENING, openBook, record, said } from './fixture.ts'

/** A small disk of its own where this user may mount one; else undefined. */
function smallDisk(): { readonly folder: string; unmount(): void } | undefined {
  const folder = newFolder()
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', folder], { stdio: 'ignore' })
    return { folder, unmount: () => execFileSync('umount', ['-l', folder]) }
  } catch {
    return undefined
  }
}

/** A disk with room for so many bytes of journal, for where none can be mounted: takes what fits of a write, then nothing. */
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
  const real = smallDisk()
  const folder = real === undefined ? newFolder() : join(real.folder, 'book')
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
