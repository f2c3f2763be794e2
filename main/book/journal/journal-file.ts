import { fstatSync, lstatSync } from 'node:fs'
import { dirname } from 'node:path'
import { reasonOf } from '../faults/store-refusal.ts'
import { createNew, notAFile, openExisting, readAt, syncFolder } from '../folder/disk.ts'
import { hasGoodHash } from './line.ts'

/**
 * The result of opening the journal. `blocked`: there is something else in its place, or it cannot
 * be opened; it is left alone.
 */
export type JournalFound =
  | { readonly kind: 'file'; readonly file: number; readonly length: number }
  | { readonly kind: 'blocked'; readonly reason: string }

/**
 * Opens the journal, for writing too if `write`. If it is missing, `create` says whether to create
 * an empty one. Never follows a symbolic link.
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
    if (!there.isFile()) return { kind: 'blocked', reason: notAFile(there) }
    const file = openExisting(path, write)
    return { kind: 'file', file, length: fstatSync(file).size }
  } catch (problem) {
    return { kind: 'blocked', reason: reasonOf(problem) }
  }
}

/**
 * The last line, without its newline, of a journal of `length` bytes, which must end with one;
 * undefined if it is empty.
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

/** The format a line (without its newline) declares; undefined if its hash is wrong. */
export function formatOfLine(line: Buffer): number | undefined {
  const digits = /^\{"format":(\d{1,9}),/.exec(line.toString('latin1', 0, 32))?.[1]
  return digits !== undefined && hasGoodHash(line) ? Number(digits) : undefined
}
