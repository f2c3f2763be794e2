import { randomUUID } from 'node:crypto'
import { fstatSync, lstatSync, readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { QueryOf, QueryValues } from '../../../shared/api/queries.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { closeQuietly, FILE_MODE, openExisting, readAt } from '../folder/disk.ts'
import { hashBefore } from '../journal/journal-tail.ts'
import type { CheckpointMark } from './checkpoint.ts'
import { isSealed, sealed, unsealed } from './seal.ts'

const FILE = 'front-page.json'
/** Longer than any seal. */
const END_BYTES = 128

/**
 * What a window shows first: the answers that the book gives at one place of its journal, so that
 * they can be on the screen before a large checkpoint is read. It holds nothing of its own and may
 * always be deleted.
 */
export interface FrontPage {
  /** The format of the journal. */
  readonly format: number
  readonly entries: number
  readonly summary: QueryValues['summary']
  /** Which deadline comes first is another matter on another day. */
  readonly days: readonly FrontDay[]
}

/** The lists of a front page on one day. */
export interface FrontDay {
  readonly today: IsoDate
  readonly lists: readonly { readonly query: QueryOf<'contracts'>; readonly value: QueryValues['contracts'] }[]
}

interface Written {
  /** Another version of the app may have other fields in its answers. */
  readonly version: string
  readonly mark: CheckpointMark
  readonly page: FrontPage
}

/**
 * The front page of the book in a folder, where it says what the book says: it was written by this
 * version of the app and is whole, the journal ends where it did then and with the same line, and
 * the checkpoint beside it is the same. Undefined for any other, and where there is none.
 */
export function readFrontPage(
  folder: string,
  version: string,
): { readonly page: FrontPage; readonly mark: CheckpointMark } | undefined {
  try {
    const path = join(folder, FILE)
    if (!lstatSync(path).isFile()) return undefined
    const bytes = readFileSync(path)
    if (!isSealed(bytes)) return undefined
    const { version: writtenBy, mark, page } = JSON.parse(bytes.toString()) as Written
    return writtenBy === version && isStillAt(folder, mark) ? { page, mark } : undefined
  } catch {
    return undefined
  }
}

/**
 * Writes the front page of the book in a folder, as it is where the checkpoint of that mark was
 * written. Rejects with the system's error; it is then as it was.
 */
export async function writeFrontPage(
  folder: string,
  version: string,
  mark: CheckpointMark,
  page: FrontPage,
): Promise<void> {
  const path = join(folder, FILE)
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    // Not synced: one that is lost or half there after a power cut is not believed, and written
    // again.
    await writeFile(temporary, sealed({ version, mark, page } satisfies Written), { flag: 'wx', mode: FILE_MODE })
    await rename(temporary, path)
  } catch (problem) {
    await rm(temporary, { force: true })
    throw problem
  }
}

/**
 * Whether journal and checkpoint are those of the mark, as far as their ends tell: each ends with a
 * hash of all that comes before.
 */
function isStillAt(folder: string, { offset, hash, seal, bytes }: CheckpointMark): boolean {
  const isJournal = endOf(join(folder, 'journal.ndjson'), offset, file => hashBefore(file, offset) === hash)
  return (
    isJournal &&
    endOf(
      join(folder, 'book.json'),
      bytes,
      file => unsealed(readAt(file, Math.max(0, bytes - END_BYTES), END_BYTES))?.seal === seal,
    )
  )
}

/** Whether the file at `path` has so many bytes, and its end is as `isGood` wants it. */
function endOf(path: string, bytes: number, isGood: (file: number) => boolean): boolean {
  const file = openExisting(path, false)
  try {
    const there = fstatSync(file)
    return there.isFile() && there.size === bytes && isGood(file)
  } finally {
    closeQuietly(file)
  }
}
