import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Alters a name in a closed book's journal, as no program of ours would. */
export async function damaged(book: string): Promise<void> {
  const journal = join(book, 'journal.ndjson')
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('Muhammad', 'Mohammad'))
}
