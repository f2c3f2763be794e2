import { closeSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createNew, type Disk, makeFolder, syncFolder } from './disk.ts'

/** Damaged or unfinished pieces of a book are kept here; nothing of it is ever unlinked. */
const RECOVERED = 'recovered'

/**
 * Keeps bytes as a new file in `recovered/`, safe on the disk, and gives back its path within the
 * book's folder. Throws where they cannot be kept whole.
 */
export function quarantineBytes(disk: Disk, folder: string, name: string, now: Date, bytes: Uint8Array): string {
  const kept = nameFor(folder, name, now)
  const path = join(folder, kept)
  const file = createNew(path)
  try {
    if (disk.write(file, bytes, 0) !== bytes.length)
      throw Object.assign(new Error(`no room for ${path}`), { code: 'ENOSPC' })
    disk.sync(file)
  } catch (problem) {
    rmSync(path, { force: true })
    throw problem
  } finally {
    closeSync(file)
  }
  syncFolder(join(folder, RECOVERED))
  return kept
}

/** Moves a file of the book to `recovered/` and gives back its path within the book's folder. */
export function quarantineFile(folder: string, path: string, now: Date): string {
  const kept = nameFor(folder, basename(path), now)
  renameSync(path, join(folder, kept))
  syncFolder(join(folder, RECOVERED))
  syncFolder(folder)
  return kept
}

/** A name that nothing has yet: `recovered/2026-01-31T10-15-00.000Z-book.json`. */
function nameFor(folder: string, name: string, now: Date): string {
  makeFolder(join(folder, RECOVERED))
  const taken = new Set(readdirSync(join(folder, RECOVERED)))
  const stamp = now.toISOString().replaceAll(':', '-')
  let free = `${stamp}-${name}`
  for (let number = 2; taken.has(free); number++) free = `${stamp}-${number}-${name}`
  return join(RECOVERED, free)
}
