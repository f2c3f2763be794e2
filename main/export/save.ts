import type { SavedFile } from '../../shared/api/exports.ts'
import { type Outcome, refused } from '../answers/outcome.ts'
import type { Book } from '../book/book.ts'
import { type ExportRequest, exported, unknownContract } from './export.ts'
import { type NewFile, writeNewFile } from './new-file.ts'

/** The path to save an export to, and its progress in rows. */
export interface Saving extends NewFile {
  progress(done: number, total: number): void
}

/**
 * Writes an export to a file piece by piece. Refuses `unknown-contract`, and whatever
 * `writeNewFile` refuses.
 */
export async function saveExport(
  book: Book,
  request: ExportRequest,
  { progress, ...file }: Saving,
): Promise<Outcome<SavedFile>> {
  await book.proved()
  const unknown = unknownContract(book, request)
  return unknown === undefined ? writeNewFile(file, textOf(book, request, progress)) : refused(unknown)
}

async function* textOf(
  book: Book,
  request: ExportRequest,
  progress: Saving['progress'],
): AsyncGenerator<string | Buffer> {
  for await (const { text, done, total } of exported(book, request)) {
    yield text
    progress(done, total)
  }
}
