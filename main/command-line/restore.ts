import { say } from '../../shared/words/say.ts'
import { accepted, type Outcome } from '../answers/outcome.ts'
import { type ExportedJournal, type ReadingJob, readExport, restoreBook } from '../export/restore.ts'
import { EXIT, type Exit } from './exit.ts'
import { flag, refusedBy, voiceOf } from './options.ts'
import type { Context } from './surroundings.ts'
import { folderOf, readingBook } from './with-book.ts'

/** True if a file that begins like this is the app's JSON and not a statement. */
export function isExport(start: string): boolean {
  return /^\uFEFF?\s*\{\s*"escrowbook"\s*:/.test(start)
}

/** Restores a book from a JSON export, into a folder that must not have one. */
export async function restore(context: Context, path: string): Promise<Exit> {
  const { terminal } = context
  const job: ReadingJob = { progress: terminal.progress }
  // Reject an incomplete book before creating a folder.
  const read = await readWhole(path, job)
  if (!read.ok) return refusedBy(context, read.refusal)
  const folder = folderOf(context)
  const { entries, head } = read.value
  if (flag(context, 'dry-run')) {
    await terminal.answer(
      { entries, head },
      say('terminal.restore.preview', { entries, head, folder }, voiceOf(context)),
    )
    return EXIT.fine
  }
  const restored = await restoreBook(path, folder, job)
  if (!restored.ok) return refusedBy(context, restored.refusal)
  return readingBook(context, async book => {
    const found = book.info()
    const value = { folder: found.folder, entries: found.entries, head: found.head }
    await terminal.answer(value, say('terminal.restore.done', value, voiceOf(context)))
    return EXIT.fine
  })
}

async function readWhole(
  path: string,
  job: ReadingJob,
): Promise<Outcome<ExportedJournal & { readonly entries: number }>> {
  let entries = 0
  const read = await readExport(path, job, ({ transaction }) => {
    for (const { entry } of transaction.entries) entries = Math.max(entries, entry ?? 0)
  })
  return read.ok ? accepted({ ...read.value, entries }) : read
}
