import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { RefusedError, storeRefused } from '../../book/faults/store-refusal.ts'
import { defaultBook, placeFile } from './book-place.ts'

/** The start of the app, as far as it decides which book to open. */
export interface Start {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** The userData that Electron gives before one is derived for the book. */
  readonly userData: string
}

/**
 * The folder of the book to open: `--book DIR`, else `ESCROWBOOK_DIR`, else `book/` in userData or
 * the place a person moved it to. Canonical: one folder has one name. Throws a `RefusedError`
 * (`bad-input`) if the file of that place is unreadable.
 */
export function chosenBookFolder({ argv, env, cwd, userData }: Start): string {
  const asked = askedFolder({ argv, env })
  if (asked !== undefined) return canonicalFolder(resolve(cwd, asked))
  const book = defaultBook(userData)
  if (book !== undefined) return canonicalFolder(book.folder)
  throw new RefusedError(storeRefused('bad-input', { path: placeFile(userData) }, { variant: 'unknown-place' }))
}

/**
 * The folder named at the start: `--book DIR`, else `ESCROWBOOK_DIR`; undefined if neither is
 * given.
 */
export function askedFolder({ argv, env }: Pick<Start, 'argv' | 'env'>): string | undefined {
  return bookArgument(argv) ?? (env['ESCROWBOOK_DIR'] || undefined)
}

/**
 * The userData of the one instance that may have this book open. Derived from the book's folder,
 * but outside it, since the folder may be shared or read-only.
 */
export function instanceFolder(userData: string, book: string): string {
  return join(userData, 'instances', createHash('sha256').update(book).digest('hex').slice(0, 16))
}

function bookArgument(argv: readonly string[]): string | undefined {
  const at = argv.findLastIndex(argument => argument === '--book' || argument.startsWith('--book='))
  const argument = argv[at]
  if (argument === undefined) return undefined
  const folder = argument === '--book' ? argv[at + 1] : argument.slice('--book='.length)
  if (folder === undefined || folder === '' || folder.startsWith('--'))
    throw new Error('--book needs a folder: --book DIR')
  return folder
}

/**
 * The one name of a folder. The folder may not exist yet: the existing part of its path is
 * resolved, the rest kept as given.
 */
export function canonicalFolder(folder: string): string {
  try {
    // The native call also settles the case of letters on file systems that ignore it.
    return realpathSync.native(folder)
  } catch {
    const parent = dirname(folder)
    return parent === folder ? folder : join(canonicalFolder(parent), basename(folder))
  }
}
