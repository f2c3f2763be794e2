import { closeSync, fstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Book } from '../book/book.ts'
import { openExisting } from '../book/folder/disk.ts'
import { readLines } from '../book/journal/line-reader.ts'

/** The name of the journal in a book's folder. */
export const JOURNAL_NAME = 'journal.ndjson'

/**
 * The lines of a book's journal, byte for byte, up to its present end. Each is valid only until the
 * next is read.
 */
export function* journalLines(book: Book): Generator<Buffer, void> {
  const { folder, position } = book.info()
  if (position === 0) return
  const file = openExisting(join(folder, JOURNAL_NAME), false)
  try {
    let left = position
    for (const { bytes } of readLines(file, 0, fstatSync(file).size)) {
      if (left-- === 0) return
      yield bytes
    }
  } finally {
    closeSync(file)
  }
}
