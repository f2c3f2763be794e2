import { lstatSync, rmSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { reasonOf } from '../../book/faults/store-refusal.ts'
import { hasBook } from '../../book/folder/book-folder.ts'
import { syncFolder } from '../../book/folder/disk.ts'
import { readOwn, writeOwn } from '../../book/folder/own-file.ts'

const FILE = 'book-place.json'

/**
 * The place of the book that opens by default. `own`: `book/` in userData; `moved`: where a person
 * moved it; `moving`: a move to `to` was begun, and may have been carried out; `unreadable`: only
 * its file could tell.
 */
export type BookPlace =
  | { readonly kind: 'own' | 'moved'; readonly folder: string }
  | { readonly kind: 'moving'; readonly folder: string; readonly to: string }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** A folder to open by default, and the move that was cut off, if there was one. */
export interface DefaultBook {
  readonly folder: string
  readonly cutOff?: { readonly from: string; readonly to: string }
}

/** The place as its file says; a file that says nothing never means a new book. */
export function bookPlace(userData: string): BookPlace {
  const path = placeFile(userData)
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return { kind: 'own', folder: ownPlace(userData) }
    const { folder, moving } = JSON.parse(readOwn(path)) as { readonly folder?: unknown; readonly moving?: unknown }
    if (!isPlace(folder)) return { kind: 'unreadable', reason: 'no-folder' }
    return isPlace(moving) ? { kind: 'moving', folder, to: moving } : { kind: 'moved', folder }
  } catch (problem) {
    return { kind: 'unreadable', reason: problem instanceof SyntaxError ? 'no-folder' : reasonOf(problem) }
  }
}

/**
 * The book that opens by default; undefined if the file of its place is unreadable. A move that was
 * cut off has happened if the new folder holds the book: it never holds a part of it.
 */
export function defaultBook(userData: string): DefaultBook | undefined {
  const place = bookPlace(userData)
  if (place.kind === 'unreadable') return undefined
  if (place.kind !== 'moving') return { folder: place.folder }
  const { folder, to } = place
  return { folder: hasBook(to) ? to : folder, cutOff: { from: folder, to } }
}

/** Remembers the place of that book, on the disk when it returns. Throws the system's error. */
export function rememberBook(userData: string, folder: string): void {
  if (folder !== ownPlace(userData)) {
    writeOwn(placeFile(userData), JSON.stringify({ folder }))
    return
  }
  rmSync(placeFile(userData), { force: true })
  syncFolder(userData)
}

/**
 * Remembers that the book is about to be moved, on the disk when it returns: whenever the move is
 * cut off, the next start finds it. Throws the system's error.
 */
export function intendMove(userData: string, folder: string, to: string): void {
  writeOwn(placeFile(userData), JSON.stringify({ folder, moving: to }))
}

/** The file that remembers the place. */
export function placeFile(userData: string): string {
  return join(userData, FILE)
}

/** `book/` in userData: the place of that book until a person moves it. */
export function ownPlace(userData: string): string {
  return join(userData, 'book')
}

function isPlace(value: unknown): value is string {
  return typeof value === 'string' && isAbsolute(value)
}
