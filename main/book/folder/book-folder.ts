import { accessSync, constants, existsSync, lstatSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Health } from '../faults/health.ts'
import { isFull, type Refused, reasonOf, storeRefused } from '../faults/store-refusal.ts'
import { makeFolder } from './disk.ts'
import { holderOf, type Lock, takeLock } from './lock.ts'
import { isTemporary } from './own-file.ts'
import type { Holder } from './process-holder.ts'
import { withOwnRights } from './rights.ts'

/** A book's folder (canonical path), and what this process may do in it. */
export interface BookFolder {
  readonly folder: string
  /** The right to write; undefined if the book can, or should, only be read. */
  readonly lock: Lock | undefined
  /** The error that keeps a folder opened for writing from being written. */
  readonly problem?: unknown
  /** A file or folder of the book that others may read, and whose rights cannot be changed. */
  readonly openTo?: string | undefined
  /** In a book opened only for reading: the process that has it open for writing. */
  readonly writer?: Holder | 'unknown' | 'nobody'
}

/** A folder with either of these files holds a book. */
const BOOK_FILES = ['journal.ndjson', 'book.json']

/**
 * A sync program's conflicting copy of one of the book's files, as the common programs name it:
 * `book (conflict).json`, `journal (Dana's conflicted copy 2026-01-31).ndjson`,
 * `journal.sync-conflict-20260131-090000-ABCDEFG.ndjson`, `journal (1).ndjson`, `journal 2.ndjson`,
 * `journal-LAPTOP.ndjson`.
 */
const CONFLICT = /^(book|journal)[ ._~(-].*\.(json|ndjson)$/i
/**
 * The same, with the words before the name or after its ending: `Copy of journal.ndjson`,
 * `journal.ndjson (conflicted copy)`, `journal.ndjson.Conflict`, in the languages of sync programs.
 */
const CONFLICT_AROUND =
  /^\P{Ll}.* (de|of|di|von|van|av|af|z) ["'«„“]?(book\.json|journal\.ndjson)["'»“”]?$|^(Kopie|Kopia|Kopi|Copia|Copie|Cópia|Kopio|Копия|副本|コピー)[ -～_-].*(book\.json|journal\.ndjson)$|^(book\.json|journal\.ndjson)[ ._~(（-].+$/iu
/** Names of ours that begin as a copy does. */
const TEMPORARY_OF_OURS = /^(book\.json|journal\.ndjson)\.(\d+\.restoring|[0-9a-f-]{36}\.tmp)$/

/** The name under which an earlier version restored a journal. */
const RESTORING = /^journal\.ndjson\.\d+\.restoring$/

/**
 * Opens a book's folder for writing: creates it if it is missing, and takes the lock. Refuses with
 * `book-locked`, and with `write-failed` if there can be no such folder. A folder that cannot be
 * written is opened without a lock.
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
    removeLeftovers(folder)
    removeLeftovers(join(folder, 'backups'))
    removeLeftovers(join(folder, 'recovered'))
    return { ok: true, folder, lock, openTo: withOwnRights(folder) }
  } catch (problem) {
    return { ok: true, folder, lock: undefined, problem }
  }
}

/** True if a folder holds a book, intact or damaged; false if there is none, or none to be seen. */
export function hasBook(folder: string): boolean {
  try {
    return filesIn(folder).length > 0
  } catch {
    return false
  }
}

function filesIn(folder: string): readonly string[] {
  return BOOK_FILES.filter(name => lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined)
}

/**
 * Opens a book's folder only for reading, even while another process has it open: takes no lock,
 * creates and removes nothing. Refuses with `bad-input` if there is no book, or none that this
 * person may read.
 */
export function readFolder(path: string): ({ readonly ok: true } & BookFolder) | Refused {
  try {
    const folder = realpathSync.native(path)
    const found = filesIn(folder)
    if (found.length === 0) return storeRefused('bad-input', { path }, { variant: 'no-book', field: 'book' })
    for (const name of found) accessSync(join(folder, name), constants.R_OK)
    return { ok: true, folder, lock: undefined, writer: holderOf(folder) ?? 'nobody' }
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

/** Notes that a folder opened for writing can only be read, and that a sync program left a copy. */
export function remarkOn({ folder, lock, problem, writer, openTo }: BookFolder, health: Health): void {
  if (lock === undefined && writer === undefined) {
    const reason = reasonOf(problem)
    health.remark(
      isFull(reason)
        ? { code: 'folder-full', params: { path: folder } }
        : { code: 'folder-read-only', params: { path: folder, reason } },
    )
  }
  if (openTo !== undefined) health.remark({ code: 'rights-open', params: { path: openTo } })
  const copy = readdirSync(folder).find(
    name => (CONFLICT.test(name) || CONFLICT_AROUND.test(name)) && !TEMPORARY_OF_OURS.test(name),
  )
  if (copy !== undefined) health.remark({ code: 'conflict-copy', params: { name: copy } })
}

/** Removes the temporary files of a process that was killed; errors are ignored. */
function removeLeftovers(folder: string): void {
  try {
    const names = existsSync(folder) ? readdirSync(folder) : []
    for (const name of names) if (isTemporary(name) || RESTORING.test(name)) rmSync(join(folder, name), { force: true })
  } catch {
    // The next start tries again.
  }
}
