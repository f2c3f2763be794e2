import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

const FILE = 'book-place.json'

/** The book that opens by default: `book/` in userData, until a person moves it. */
export function defaultBook(userData: string): string {
  try {
    const { folder } = JSON.parse(readFileSync(join(userData, FILE), 'utf8')) as { readonly folder?: unknown }
    return typeof folder === 'string' && isAbsolute(folder) ? folder : ownPlace(userData)
  } catch {
    return ownPlace(userData)
  }
}

/** True if a person moved that book; it is then never created again at its old path. */
export function wasMoved(userData: string): boolean {
  return defaultBook(userData) !== ownPlace(userData)
}

/** Remembers the new place of that book. */
export function rememberBook(userData: string, folder: string): void {
  if (folder === ownPlace(userData)) rmSync(join(userData, FILE), { force: true })
  else writeFileSync(join(userData, FILE), JSON.stringify({ folder }))
}

const ownPlace = (userData: string): string => join(userData, 'book')
