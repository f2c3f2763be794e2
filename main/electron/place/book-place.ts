import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

const FILE = 'book-place.json'

/**
 * Where the book is that opens when nothing is said: `book/` in userData, until a person moved it.
 */
export function defaultBook(userData: string): string {
  try {
    const { folder } = JSON.parse(readFileSync(join(userData, FILE), 'utf8')) as { readonly folder?: unknown }
    return typeof folder === 'string' && isAbsolute(folder) ? folder : ownPlace(userData)
  } catch {
    return ownPlace(userData)
  }
}

/** Whether that book was moved by a person: it is then not made anew where it is gone. */
export function wasMoved(userData: string): boolean {
  return defaultBook(userData) !== ownPlace(userData)
}

/** Remembers where that book is from now on. */
export function rememberBook(userData: string, folder: string): void {
  if (folder === ownPlace(userData)) rmSync(join(userData, FILE), { force: true })
  else writeFileSync(join(userData, FILE), JSON.stringify({ folder }))
}

const ownPlace = (userData: string): string => join(userData, 'book')
