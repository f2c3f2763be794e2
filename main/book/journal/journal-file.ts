import { fstatSync, lstatSync } from 'node:fs'
import { dirname } from 'node:path'
import { reasonOf } from '../faults/store-refusal.ts'
import { createNew, openExisting, readAt, syncFolder } from '../folder/disk.ts'
import { hasGoodHash } from './line.ts'

/**
 * What was found where the journal should be. `blocked`: something else, or it may not be opened;
 * it is left alone.
 */
export type JournalFound =
  | { readonly kind: 'file'; readonly file: number; readonly length: number }
  | { readonly kind: 'blocked'; readonly reason: string }

/**
 * Opens the journal, to write where `write` says so, and made empty where there is none and
 * `create` says so. Never through a symbolic link.
 */
export function openJournalFile(path: string, write: boolean, create: boolean): JournalFound {
  try {
    const there = lstatSync(path, { throwIfNoEntry: false })
    if (there === undefined) {
      if (!write || !create) return { kind: 'blocked', reason: 'ENOENT' }
      const file = createNew(path)
      syncFolder(dirname(path))
      return { kind: 'file', file, length: 0 }
    }
    if (!there.isFile())
      return { kind: 'blocked', reason: there.isDirectory() ? 'folder' : there.isSymbolicLink() ? 'link' : 'special' }
    const file = openExisting(path, write)
    return { kind: 'file', file, length: fstatSync(file).size }
  } catch (problem) {
    return { kind: 'blocked', reason: reasonOf(problem) }
  }
}

/**
 * The bytes of the last whole line (without its newline) of a journal of `length` bytes; undefined
 * where it has none.
 */
export function lastLine(file: number, length: number): Buffer | undefined {
  if (length === 0) return undefined
  for (let size = 1 << 12; ; size *= 8) {
    const from = Math.max(0, length - size)
    const bytes = readAt(file, from, length - 1 - from)
    const newline = bytes.lastIndexOf(0x0a)
    if (newline >= 0) return bytes.subarray(newline + 1)
    if (from === 0) return bytes
  }
}

/** The format a line says it is in, once its hash is found good. */
export function formatOfLine(line: Buffer): number | undefined {
  const digits = /^\{"format":(\d{1,9}),/.exec(line.toString('latin1', 0, 32))?.[1]
  return digits !== undefined && hasGoodHash(line) ? Number(digits) : undefined
}
