import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { defaultBook } from './book-place.ts'

/** Where the app was started from, as far as it says which book to open. */
export interface Start {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** The userData that Electron gives before any is derived. */
  readonly userData: string
}

/**
 * The folder of the book to open: `--book DIR`, else `ESCROWBOOK_DIR`, else `book/` in userData or
 * where a person moved that. Canonical: one folder has one name.
 */
export function chosenBookFolder({ argv, env, cwd, userData }: Start): string {
  const asked = askedFolder({ argv, env })
  return canonicalFolder(asked === undefined ? defaultBook(userData) : resolve(cwd, asked))
}

/**
 * The folder that the start names: `--book DIR`, else `ESCROWBOOK_DIR`; undefined where nothing is
 * said.
 */
export function askedFolder({ argv, env }: Pick<Start, 'argv' | 'env'>): string | undefined {
  return bookArgument(argv) ?? (env['ESCROWBOOK_DIR'] || undefined)
}

/**
 * The userData of the one instance that may have this book open. Derived from the book's folder and
 * not inside it, for the folder may be shared or read-only.
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
 * A folder by its one name. It may not exist yet: what does exist of its path is resolved, and the
 * rest kept as it is.
 */
export function canonicalFolder(folder: string): string {
  try {
    // The native one also settles upper and lower case where the file system does not tell them
    // apart.
    return realpathSync.native(folder)
  } catch {
    const parent = dirname(folder)
    return parent === folder ? folder : join(canonicalFolder(parent), basename(folder))
  }
}
