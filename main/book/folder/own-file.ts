import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createNew, openExisting, syncFolder, writeAll } from './disk.ts'

/** A temporary name of `writeOwn`, and of every other file of ours that is not finished yet. */
const TEMPORARY = /\.[0-9a-f]{8}-[0-9a-f-]{27}\.tmp$/
/** The age from which on nobody is still writing a file as small as these. */
const ABANDONED_MS = 60_000

/**
 * Reads a small file of the app's own. Throws the system's error, and for anything but a regular
 * file; never follows a link and never waits, as for a pipe.
 */
export function readOwn(path: string): string {
  const file = openExisting(path, false)
  try {
    return readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}

/**
 * Replaces a small file of the app's own, readable by its owner only: complete and on the disk when
 * it returns, or as it was. A link in its place is replaced, not followed. Throws the system's
 * error.
 */
export function writeOwn(path: string, text: string): void {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    const file = createNew(temporary)
    try {
      writeAll(file, Buffer.from(text))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (problem) {
    rmSync(temporary, { force: true })
    throw problem
  }
  syncFolder(dirname(path))
}

/** True if a file's name is that of one that was never finished. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name)
}

/** Removes what killed processes left of files of the app's own in a folder; errors are ignored. */
export function removeAbandoned(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (isTemporary(name) && Date.now() - statSync(path).mtimeMs > ABANDONED_MS) rmSync(path, { force: true })
    }
  } catch {
    // The next start tries again.
  }
}
