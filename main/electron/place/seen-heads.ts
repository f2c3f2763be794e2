import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { FOLDER_MODE } from '../../book/folder/disk.ts'
import { readOwn, writeOwn } from '../../book/folder/own-file.ts'
import type { SeenHead, SeenHeads } from '../../book/rollback.ts'

const seenSchema = z.object({
  book: z.string(),
  position: z.int(),
  offset: z.int(),
  hash: z.string(),
  entries: z.int(),
  at: z.string(),
})

/** Keeps the heads seen in a folder of the app's own data, a file for each book. */
export class SeenHeadFiles implements SeenHeads {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The last head seen of the book whose first line has that hash. */
  of(book: string): SeenHead | undefined {
    try {
      const seen = seenSchema.safeParse(JSON.parse(readOwn(this.#pathOf(book))))
      return seen.success && seen.data.book === book ? seen.data : undefined
    } catch {
      return undefined
    }
  }

  /** Keeps a head. Errors are ignored: without it, a rollback is told by backups alone. */
  keep(book: string, head: SeenHead): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: FOLDER_MODE })
      writeOwn(this.#pathOf(book), JSON.stringify({ book, ...head }))
    } catch {
      // The disk of the app's data is full or read-only.
    }
  }

  #pathOf(book: string): string {
    return join(this.#folder, `${book.slice(0, 32)}.json`)
  }
}
