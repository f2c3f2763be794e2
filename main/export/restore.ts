import { closeSync, fsyncSync, mkdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import { breakOf } from '../book/chain.ts'
import { createNew, FOLDER_MODE, syncFolder } from '../book/disk.ts'
import { claimedHashOf, NO_HASH } from '../book/line.ts'
import { writeRefused } from '../book/store-refusal.ts'
import { JOURNAL_NAME } from './journal-lines.ts'
import { JSON_VERSION, type WholeBook } from './json.ts'
import { publish } from './publish.ts'

/** The journal's lines, each checked to follow the one before; undefined where the text is not a whole book, or not the book it was. */
function linesIn(text: string): { readonly lines: readonly string[]; readonly head: string } | undefined {
  let book: Partial<WholeBook> & { readonly journal?: unknown }
  try {
    book = JSON.parse(text)
  } catch {
    return undefined
  }
  if (book?.escrowbook !== 'book' || book.version !== JSON_VERSION || !Array.isArray(book.journal)) return undefined
  const lines: string[] = []
  let head = NO_HASH
  for (const transaction of book.journal) {
    // A line of the journal is what JSON.stringify makes of it, so that a file that some program laid out anew restores too.
    const line = JSON.stringify(transaction)
    const bytes = Buffer.from(line)
    if (breakOf(bytes, head) !== undefined) return undefined
    head = claimedHashOf(bytes)
    lines.push(`${line}\n`)
  }
  return head === book.head ? { lines, head } : undefined
}

/**
 * Makes a book of a JSON export of a whole book, in a folder that has none: the same journal, byte for byte. It is there whole or not at all.
 * Refuses `unreadable-statement` (not such an export, or one that was changed), and where it cannot be written `disk-full` or `write-failed` (`EEXIST`: a book is there).
 */
export function restoreBook(text: string, folder: string): Outcome<{ readonly lines: number; readonly head: string }> {
  const found = linesIn(text.replace(/^\uFEFF/, ''))
  if (found === undefined) return refused({ code: 'unreadable-statement', params: {} })
  const path = join(folder, JOURNAL_NAME)
  const temporary = `${path}.${process.pid}.restoring`
  try {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE })
    const file = createNew(temporary)
    try {
      for (const line of found.lines) writeSync(file, line)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    publish(temporary, path, false)
    syncFolder(folder)
    return accepted({ lines: found.lines.length, head: found.head })
  } catch (problem) {
    return writeRefused(problem, path)
  } finally {
    rmSync(temporary, { force: true })
  }
}
