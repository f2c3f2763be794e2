import { closeSync, fstatSync } from 'node:fs'
import { join } from 'node:path'
import { backedUp } from '../../book/backups/backed-up.ts'
import { openExisting } from '../../book/folder/disk.ts'
import { lastEntryIn } from '../../book/journal/journal-file.ts'
import { ownPlace } from './book-place.ts'
import { knownBooks } from './known-books.ts'

/**
 * A book that is on this computer: its entries, and the moment of the last one (ISO 8601, UTC).
 * `backups`: only backups of it are there.
 */
export interface FoundBook {
  readonly folder: string
  readonly entries: number
  readonly at: string
  readonly kind: 'book' | 'backups'
}

/** The most books worth naming to someone who looks for theirs. */
const MOST = 3

/**
 * The books that can be found in place of one that is gone: in the place where it is by default,
 * and wherever one was open, the last one first. Those in `except` are left out.
 */
export function foundBooks(userData: string, except: readonly string[]): readonly FoundBook[] {
  const folders = new Set([...knownBooks(userData).map(({ folder }) => folder), ownPlace(userData)])
  for (const folder of [...except, join(userData, 'sample')]) folders.delete(folder)
  return [...folders].flatMap(folder => foundIn(folder) ?? []).slice(0, MOST)
}

/** The book in a folder, or its backups; undefined if there is neither, or it is empty. */
export function foundIn(folder: string): FoundBook | undefined {
  const last = lastEntry(join(folder, 'journal.ndjson'))
  if (last !== undefined) return { folder, ...last, kind: 'book' }
  const backup = backedUp(folder)
  return backup === undefined ? undefined : { folder, ...backup, kind: 'backups' }
}

function lastEntry(journal: string): { readonly entries: number; readonly at: string } | undefined {
  try {
    const file = openExisting(journal, false)
    try {
      return lastEntryIn(file, fstatSync(file).size)
    } finally {
      closeSync(file)
    }
  } catch {
    return undefined
  }
}
