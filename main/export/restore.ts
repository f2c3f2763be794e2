import { randomUUID } from 'node:crypto'
import { closeSync, constants, fstatSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import { reasonOf, writeRefused } from '../book/faults/store-refusal.ts'
import { claimFolder, hasBook } from '../book/folder/book-folder.ts'
import { createNew, notAFile, syncFolder, writeAll } from '../book/folder/disk.ts'
import { noteUnfinished } from '../book/folder/unfinished.ts'
import { NO_HASH } from '../book/journal/line.ts'
import { type ExportedLine, exportedLines } from './exported-book.ts'
import { foldedExport } from './folded-export.ts'
import { JOURNAL_NAME } from './journal-lines.ts'
import { publish } from './publish.ts'

/** The controls of reading an export: the signal to stop, and the progress in bytes. */
export interface ReadingJob {
  readonly signal?: AbortSignal
  progress?(done: number, total: number): void
}

/** The journal in an export: the number of lines, and the hash of the last. */
export interface ExportedJournal {
  readonly lines: number
  readonly head: string
}

const NEWLINE = Buffer.from('\n')
const BLOCK_BYTES = 1 << 18
/** Lines between two progress reports. */
const PROGRESS_LINES = 256

/**
 * Reads a JSON export of a whole book line by line: checks each line, passes it to `take` and folds
 * it, yielding to other work in between. Refuses `unreadable-statement`, `format-too-new` and
 * `cancelled`.
 */
export async function readExport(
  path: string,
  { signal, progress }: ReadingJob,
  take: (line: ExportedLine) => void,
): Promise<Outcome<ExportedJournal>> {
  let file: number | undefined
  try {
    // Without waiting, as for a pipe.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const there = fstatSync(file)
    if (!there.isFile()) throw new Error(notAFile(there))
  } catch (problem) {
    if (file !== undefined) closeSync(file)
    return refused({
      code: 'unreadable-statement',
      variant: 'no-file',
      params: { path, reason: reasonOf(problem) },
      field: 'path',
    })
  }
  try {
    const { size } = fstatSync(file)
    let [count, head] = [0, NO_HASH]
    const refusal = await foldedExport(file, exportedLines(file, size), line => {
      signal?.throwIfAborted()
      take(line)
      count++
      head = line.hash
      if (count % PROGRESS_LINES === 0) progress?.(line.done, size)
    })
    return refusal === undefined ? accepted({ lines: count, head }) : refused({ ...refusal, field: 'path' })
  } catch (problem) {
    if (signal?.aborted) return refused({ code: 'cancelled', params: {} })
    throw problem
  } finally {
    closeSync(file)
  }
}

/**
 * Writes an export's journal to a new file, synced when it resolves. Refuses what `readExport`
 * refuses; throws the disk's errors. The caller removes the file after a failure.
 */
export async function unpackExport(path: string, to: string, job: ReadingJob = {}): Promise<Outcome<ExportedJournal>> {
  const file = createNew(to)
  let [block, filled]: [Buffer[], number] = [[], 0]
  const flush = (): void => {
    writeAll(file, Buffer.concat(block))
    block = []
    filled = 0
  }
  try {
    const read = await readExport(path, job, ({ bytes }) => {
      block.push(Buffer.from(bytes), NEWLINE)
      filled += bytes.length + 1
      if (filled >= BLOCK_BYTES) flush()
    })
    flush()
    fsyncSync(file)
    return read
  } finally {
    closeSync(file)
  }
}

/**
 * Restores a book from a JSON export of a whole book, in a folder that has none: the same journal,
 * byte for byte, all or nothing. Refuses what `readExport` refuses, `book-locked` if another
 * process has that folder, and `disk-full` or `write-failed` if it cannot be written (or a book
 * exists there).
 */
export async function restoreBook(
  path: string,
  folder: string,
  job: ReadingJob = {},
): Promise<Outcome<ExportedJournal>> {
  if (hasBook(folder)) return isThere(folder)
  const place = await claimFolder(folder, new Date())
  if (!place.ok) return place
  const journal = join(place.folder, JOURNAL_NAME)
  const temporary = `${journal}.${randomUUID()}.tmp`
  const finished = noteUnfinished(temporary)
  try {
    const unpacked = await unpackExport(path, temporary, job)
    if (!unpacked.ok) return unpacked
    await publish(temporary, journal, false)
    syncFolder(place.folder)
    return unpacked
  } catch (problem) {
    if (reasonOf(problem) === 'EEXIST') return isThere(folder)
    return writeRefused(problem, journal)
  } finally {
    rmSync(temporary, { force: true })
    finished()
    place.lock?.release()
  }
}

function isThere(folder: string): Outcome<never> {
  return refused({
    code: 'write-failed',
    variant: 'book-exists',
    params: { path: folder, reason: 'EEXIST' },
    field: 'folder',
  })
}
