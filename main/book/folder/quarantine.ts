import { randomUUID } from 'node:crypto'
import { closeSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createNew, type Disk, makeFolder, syncFolder } from './disk.ts'

/**
 * The folder for damaged or unfinished pieces of a book; the app never removes anything from it.
 */
const RECOVERED = 'recovered'

/**
 * Writes bytes to a new file in `recovered/`, flushed to the disk, and returns its path relative to
 * the book's folder. Throws, and leaves nothing, if they cannot be written completely.
 */
export function quarantineBytes(disk: Disk, folder: string, name: string, now: Date, bytes: Uint8Array): string {
  const quarantined = freeName(folder, name, now)
  const path = join(folder, quarantined)
  const temporary = `${path}.${randomUUID()}.tmp`
  const file = createNew(temporary)
  try {
    if (disk.write(file, bytes, 0) !== bytes.length)
      throw Object.assign(new Error(`no room for ${path}`), { code: 'ENOSPC' })
    disk.sync(file)
  } catch (problem) {
    rmSync(temporary, { force: true })
    throw problem
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
  syncFolder(join(folder, RECOVERED))
  return quarantined
}

/**
 * Moves a file of the book to `recovered/`, and returns its new path relative to the book's folder.
 * Throws if it cannot be moved.
 */
export function quarantineFile(folder: string, path: string, now: Date): string {
  const quarantined = freeName(folder, basename(path), now)
  renameSync(path, join(folder, quarantined))
  syncFolder(join(folder, RECOVERED))
  syncFolder(folder)
  return quarantined
}

/**
 * A path that is not taken yet, such as `recovered/2026-01-31T10-15-00.000Z-book.json`. Creates
 * `recovered/` if it is missing.
 */
function freeName(folder: string, name: string, now: Date): string {
  makeFolder(join(folder, RECOVERED))
  const taken = new Set(readdirSync(join(folder, RECOVERED)))
  const stamp = now.toISOString().replaceAll(':', '-')
  let free = `${stamp}-${name}`
  for (let number = 2; taken.has(free); number++) free = `${stamp}-${number}-${name}`
  return join(RECOVERED, free)
}
