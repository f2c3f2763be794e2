import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { cp, mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Refused, reasonOf, storeRefused, writeRefused } from '../faults/store-refusal.ts'
import { FOLDER_MODE, syncFile, syncFolder } from './disk.ts'
import { renamed } from './renaming.ts'
import { noteUnfinished } from './unfinished.ts'

/** The system's error for a rename across disks. */
const OTHER_DISK = 'EXDEV'

/**
 * The refusal of moving a book's folder to `to`; undefined if it can be moved there. Refuses with
 * `bad-input` (a relative path, the book's own folder or one inside it) and `write-failed` (the
 * path is taken, or its parent cannot be created).
 */
export async function refusalOfMove(from: string, to: string): Promise<Refused | undefined> {
  if (!isAbsolute(to)) return storeRefused('bad-input', { path: to }, { variant: 'relative-path', field: 'folder' })
  const inside = relative(from, to)
  if (inside === '' || !(inside.startsWith('..') || isAbsolute(inside)))
    return storeRefused('bad-input', { path: to }, { variant: 'own-folder', field: 'folder' })
  try {
    await mkdir(dirname(to), { recursive: true, mode: FOLDER_MODE })
    return (await isFree(to))
      ? undefined
      : storeRefused('write-failed', { path: to }, { variant: 'place-taken', field: 'folder' })
  } catch (problem) {
    return writeRefused(problem, to)
  }
}

/**
 * Moves a book's folder, which no process may have open, to `to`. To another disk it is copied, and
 * removed only once the copy has been compared byte for byte. Refuses with `disk-full` and
 * `write-failed`; the book is then where it was.
 */
export async function moveFolder(from: string, to: string): Promise<Refused | undefined> {
  try {
    // Some systems do not rename onto an existing folder, even an empty one.
    await rmdir(to).catch(() => undefined)
    await renamed(from, to)
    syncFolder(dirname(to))
    syncFolder(dirname(from))
    return undefined
  } catch (problem) {
    return reasonOf(problem) === OTHER_DISK ? copyFolder(from, to) : writeRefused(problem, to)
  }
}

/** Moves a book's folder to another disk, as `moveFolder` does. */
export async function copyFolder(from: string, to: string): Promise<Refused | undefined> {
  const part = join(dirname(to), `.${randomUUID()}.part`)
  const finished = noteUnfinished(part)
  try {
    // With the book's own rights from the first byte.
    await mkdir(part, { mode: FOLDER_MODE })
    await cp(from, part, { recursive: true, preserveTimestamps: true, errorOnExist: true })
    for (const name of await filesIn(part)) await syncFile(join(part, name))
    if ((await digestOf(from)) !== (await digestOf(part))) throw new Error('the copy differs')
    for (const folder of await foldersIn(part)) syncFolder(folder)
    await renamed(part, to)
    syncFolder(dirname(to))
  } catch (problem) {
    await rm(part, { recursive: true, force: true }).catch(() => undefined)
    return writeRefused(problem, to)
  } finally {
    finished()
  }
  // The book has moved; remains of the old folder that cannot be removed do no harm.
  await rm(from, { recursive: true, force: true }).catch(() => undefined)
  return undefined
}

/**
 * Removes what is left in the old folder of a book that was copied to `to`, if every file of it is
 * in the copy with the same bytes; otherwise leaves both as they are.
 */
export async function removeCopied(from: string, to: string): Promise<void> {
  const left = await filesIn(from)
  for (const name of left) {
    const copied = await hashOf(join(to, name)).catch(() => undefined)
    if (copied === undefined || copied !== (await hashOf(join(from, name)))) return
  }
  await rm(from, { recursive: true, force: true })
}

async function isFree(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined)
  return found === undefined || (found.isDirectory() && (await readdir(folder)).length === 0)
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** A folder and its subfolders. */
async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return [folder, ...entries.filter(entry => entry.isDirectory()).map(entry => join(entry.parentPath, entry.name))]
}

/** One hash over the names and contents of all files. */
async function digestOf(folder: string): Promise<string> {
  const whole = createHash('sha256')
  for (const name of await filesIn(folder)) whole.update(`${name}\0${await hashOf(join(folder, name))}\n`)
  return whole.digest('hex')
}

async function hashOf(path: string): Promise<string> {
  const file = createHash('sha256')
  await pipeline(createReadStream(path), file)
  return file.digest('hex')
}
