import { accessSync, constants, existsSync, lstatSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Health } from '../faults/health.ts'
import { isFull, type Refused, reasonOf, storeRefused } from '../faults/store-refusal.ts'
import { makeFolder } from './disk.ts'
import { holderOf, type Lock, takeLock } from './lock.ts'
import type { Holder } from './process-holder.ts'

/**
 * A book's folder, and the right to write in it; undefined where the folder can only be read, and
 * then why, or where nothing else was asked.
 */
export interface BookFolder {
  readonly folder: string
  readonly lock: Lock | undefined
  readonly problem?: unknown
  /**
   * Only of a book that is opened to be read: who has it open to write, `unknown` where that cannot
   * be told, `nobody`.
   */
  readonly besides?: Holder | 'unknown' | 'nobody'
}

/** Either of them makes a folder a book. */
const BOOK_FILES = ['journal.ndjson', 'book.json']

/**
 * A sync program's second copy of one of the book's files, as the common ones name it:
 * `book (conflict).json`, `journal (Dana's conflicted copy 2026-01-31).ndjson`,
 * `journal.sync-conflict-20260131-090000-ABCDEFG.ndjson`, `journal (1).ndjson`, `journal 2.ndjson`,
 * `journal-LAPTOP.ndjson`.
 */
const CONFLICT = /^(book|journal)[ ._~(-].*\.(json|ndjson)$/i

/** The temporary names that checkpoints, restored journals and backups are written under. */
const TEMPORARY = /\.(json|ndjson|gz)\.[0-9a-f]{8}-[0-9a-f-]{27}\.tmp$/

/**
 * Makes the folder where there is none, and takes the lock. Refuses with `book-locked`, and with
 * `write-failed` where there is no such folder to be had.
 */
export async function claimFolder(path: string, now: Date): Promise<({ readonly ok: true } & BookFolder) | Refused> {
  let folder: string
  try {
    makeFolder(path)
    folder = realpathSync.native(path)
    readdirSync(folder)
  } catch (problem) {
    return storeRefused('write-failed', { path, reason: reasonOf(problem) })
  }
  try {
    const lock = await takeLock(folder, now)
    if (!lock.ok) return lock
    removeLeftOvers(folder)
    removeLeftOvers(join(folder, 'backups'))
    return { ok: true, folder, lock }
  } catch (problem) {
    return { ok: true, folder, lock: undefined, problem }
  }
}

/** Whether there is a book in a folder, sound or not. */
export function hasBook(folder: string): boolean {
  return filesIn(folder).length > 0
}

function filesIn(folder: string): readonly string[] {
  return BOOK_FILES.filter(name => lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined)
}

/**
 * The folder of a book that is only to be read, whoever else has it open: takes no lock, makes and
 * removes nothing. Refuses with `bad-input` where there is no book, or one that this person may not
 * read.
 */
export function readFolder(path: string): ({ readonly ok: true } & BookFolder) | Refused {
  try {
    const folder = realpathSync.native(path)
    const found = filesIn(folder)
    if (found.length === 0) return storeRefused('bad-input', { path }, { variant: 'no-book', field: 'book' })
    for (const name of found) accessSync(join(folder, name), constants.R_OK)
    return { ok: true, folder, lock: undefined, besides: holderOf(folder) ?? 'nobody' }
  } catch (problem) {
    const reason = reasonOf(problem)
    const isMissing = reason === 'ENOENT' || reason === 'ENOTDIR'
    return storeRefused(
      'bad-input',
      { path, reason },
      { variant: isMissing ? 'no-book' : 'unreadable-book', field: 'book' },
    )
  }
}

/**
 * Tells of a folder that can only be read, though that was not asked, and of copies that a sync
 * program left.
 */
export function remarkOn({ folder, lock, problem, besides }: BookFolder, health: Health): void {
  if (lock === undefined && besides === undefined) {
    const reason = reasonOf(problem)
    health.remark(
      isFull(reason)
        ? { code: 'folder-full', params: { path: folder } }
        : { code: 'folder-read-only', params: { path: folder, reason } },
    )
  }
  const copy = readdirSync(folder).find(name => CONFLICT.test(name))
  if (copy !== undefined) health.remark({ code: 'conflict-copy', params: { name: copy } })
}

/**
 * Removes temporary files of ours that a process left behind when it was killed; what cannot be
 * removed is in nobody's way.
 */
function removeLeftOvers(folder: string): void {
  try {
    const names = existsSync(folder) ? readdirSync(folder) : []
    for (const name of names) if (TEMPORARY.test(name)) rmSync(join(folder, name), { force: true })
  } catch {
    // The next start tries again.
  }
}
