import type { CheckedExport } from '../../shared/api/exports.ts'
import { accepted, type Outcome } from '../answers/outcome.ts'
import type { Book } from '../book/book.ts'
import { claimedHashOf } from '../book/journal/sealed-text.ts'
import { journalLines } from './journal-lines.ts'
import { type ReadingJob, readExport } from './restore.ts'

/**
 * Reports the content of a JSON export of a whole book, and how many entries of the open book
 * restoring it would lose. Refuses what `readExport` refuses.
 */
export async function checkExport(book: Book, path: string, job: ReadingJob): Promise<Outcome<CheckedExport>> {
  const ours = journalLines(book)
  try {
    let [entries, common] = [0, 0]
    let at: string | null = null
    let isCommon = true
    const read = await readExport(path, job, ({ hash, transaction }) => {
      entries = transaction.entries.reduce((last, { entry }) => Math.max(last, entry ?? 0), entries)
      at = transaction.at
      if (!isCommon) return
      const line = ours.next()
      isCommon = !line.done && claimedHashOf(line.value) === hash
      if (isCommon) common = entries
    })
    return read.ok
      ? accepted({ path, entries, head: read.value.head, at, missing: book.info().entries - common })
      : read
  } finally {
    ours.return()
  }
}
