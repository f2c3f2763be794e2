import { randomUUID } from 'node:crypto'
import { fstatSync, lstatSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { QueryOf, QueryValues } from '../../../shared/api/queries.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { closeQuietly, FILE_MODE, openExisting, readAt } from '../folder/disk.ts'
import { renamed } from '../folder/renaming.ts'
import { hashBefore } from '../journal/journal-tail.ts'
import type { CheckpointMark } from './checkpoint.ts'
import { isSealed, sealed, unsealed } from './seal.ts'

const FILE = 'front-page.json'
/** Bytes read from the end of the checkpoint; the seal is shorter. */
const END_BYTES = 128

/**
 * The first page a window shows: the book's answers at one position of its journal, so that they
 * are on the screen before a large checkpoint is read. It can always be deleted.
 */
export interface FrontPage {
  /** The format of the journal. */
  readonly format: number
  readonly entries: number
  readonly closedUntil: IsoDate | null
  /** The later of the day of the page and the latest day of an entry. */
  readonly latest: IsoDate
  readonly summary: QueryValues['summary']
  /** One per day: the next deadline depends on the day. */
  readonly days: readonly FrontDay[]
}

/** The lists on the front page on one day. */
export interface FrontDay {
  readonly today: IsoDate
  readonly lists: readonly { readonly query: QueryOf<'contracts'>; readonly value: QueryValues['contracts'] }[]
}

/** The content of the file. */
interface Written {
  /** The version of the app: another one may have other fields in its answers. */
  readonly version: string
  readonly mark: CheckpointMark
  readonly page: FrontPage
}

/**
 * Reads the front page of the book in a folder. Undefined if there is none or the book may say
 * something else by now: it must be intact and written by this version of the app, the journal must
 * still end at the same byte with the same line, and the checkpoint must be the same.
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
 * Writes the front page of the book in a folder, which answers what the book says at the checkpoint
 * of `mark`. Rejects with the system's error; the previous front page is then unchanged.
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
    // Not flushed to the disk: if it is lost or incomplete after a power cut, it is just not used.
    await writeFile(temporary, sealed({ version, mark, page } satisfies Written), { flag: 'wx', mode: FILE_MODE })
    await renamed(temporary, path)
  } catch (problem) {
    await rm(temporary, { force: true })
    throw problem
  }
}

/**
 * True if journal and checkpoint are those of the mark. Their ends tell: each ends with a hash of
 * everything before it.
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

/** True if the file at `path` has this length, and `isGood` accepts its end. */
function endOf(path: string, bytes: number, isGood: (file: number) => boolean): boolean {
  const file = openExisting(path, false)
  try {
    const there = fstatSync(file)
    return there.isFile() && there.size === bytes && isGood(file)
  } finally {
    closeQuietly(file)
  }
}
