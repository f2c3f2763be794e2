import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { FOLDER_MODE } from '../../book/folder/disk.ts'
import { readOwn, writeOwn } from '../../book/folder/own-file.ts'
import { instanceFolder } from './book-folder.ts'

const FILE = 'book.json'

const knownSchema = z.object({ folder: z.string().refine(isAbsolute), entries: z.int(), at: z.string() })

/**
 * A book that was open on this computer: its folder, its entries when it was closed or last saved,
 * and that moment (ISO 8601, UTC).
 */
export type KnownBook = z.output<typeof knownSchema>

/** The book that was open last in a folder; undefined if none was, or it was empty. */
export function knownBook(userData: string, folder: string): KnownBook | undefined {
  return knownIn(instanceFolder(userData, folder), folder)
}

/** All books that were open on this computer, the last one first. */
export function knownBooks(userData: string): readonly KnownBook[] {
  const instances = join(userData, 'instances')
  let names: readonly string[] = []
  try {
    names = readdirSync(instances)
  } catch {
    // There was no book yet.
  }
  return names
    .flatMap(name => knownIn(join(instances, name)) ?? [])
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))
}

/** Remembers an open book. Errors are ignored: the book itself is what counts. */
export function keepKnown(userData: string, book: KnownBook): void {
  if (book.entries === 0) return
  const own = instanceFolder(userData, book.folder)
  try {
    mkdirSync(own, { recursive: true, mode: FOLDER_MODE })
    writeOwn(join(own, FILE), JSON.stringify(book))
  } catch {
    // The disk of the app's data is full or read-only.
  }
}

/** Remembers that a book was moved: it is not missing where it was. */
export function moveKnown(userData: string, from: string, to: string): void {
  const known = knownBook(userData, from)
  if (known === undefined) return
  keepKnown(userData, { ...known, folder: to })
  rmSync(join(instanceFolder(userData, from), FILE), { force: true })
}

function knownIn(own: string, folder?: string): KnownBook | undefined {
  try {
    const known = knownSchema.safeParse(JSON.parse(readOwn(join(own, FILE))))
    return known.success && (folder === undefined || known.data.folder === folder) ? known.data : undefined
  } catch {
    return undefined
  }
}
