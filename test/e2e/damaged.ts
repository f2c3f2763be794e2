import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Alters a name in the journal of a closed book, which our own code never does. */
export async function damaged(book: string): Promise<void> {
  const journal = join(book, 'journal.ndjson')
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('Muhammad', 'Mohammad'))
}
