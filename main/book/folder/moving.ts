import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Refused, reasonOf, storeRefused, writeRefused } from '../faults/store-refusal.ts'
import { FOLDER_MODE, syncFile, syncFolder } from './disk.ts'

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
    await rename(from, to)
    await syncFolder(dirname(to))
    return undefined
  } catch (problem) {
    return reasonOf(problem) === OTHER_DISK ? copyFolder(from, to) : writeRefused(problem, to)
  }
}

/** Moves a book's folder to another disk, as `moveFolder` does. */
export async function copyFolder(from: string, to: string): Promise<Refused | undefined> {
  const part = join(dirname(to), `.${randomUUID()}.part`)
  try {
    await cp(from, part, { recursive: true, preserveTimestamps: true, errorOnExist: true })
    for (const name of await filesIn(part)) await syncFile(join(part, name))
    if ((await digestOf(from)) !== (await digestOf(part))) throw new Error('the copy differs')
    await rename(part, to)
    await syncFolder(dirname(to))
  } catch (problem) {
    await rm(part, { recursive: true, force: true }).catch(() => undefined)
    return writeRefused(problem, to)
  }
  // The book has moved; remains of the old folder that cannot be removed do no harm.
  await rm(from, { recursive: true, force: true }).catch(() => undefined)
  return undefined
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

/** One hash over the names and contents of all files. */
async function digestOf(folder: string): Promise<string> {
  const whole = createHash('sha256')
  for (const name of await filesIn(folder)) {
    const file = createHash('sha256')
    await pipeline(createReadStream(join(folder, name)), file)
    whole.update(`${name}\0${file.digest('hex')}\n`)
  }
  return whole.digest('hex')
}
