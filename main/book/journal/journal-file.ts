import { fstatSync, lstatSync } from 'node:fs'
import { dirname } from 'node:path'
import { reasonOf } from '../faults/store-refusal.ts'
import { createNew, notAFile, openExisting, readAt, syncFolder } from '../folder/disk.ts'
import { hasGoodHash, transactionOf } from './line.ts'

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

/** Bytes in which the number of the last entry is looked for. */
const END_BYTES = 1 << 20

/**
 * The number of the last entry of a journal of `length` bytes, and the moment of its line, without
 * checking anything; undefined if its end names none.
 */
export function lastEntryIn(
  file: number,
  length: number,
): { readonly entries: number; readonly at: string } | undefined {
  const bytes = readAt(file, Math.max(0, length - END_BYTES), Math.min(length, END_BYTES))
  for (const line of bytes.toString('utf8').split('\n').toReversed()) {
    try {
      const { at, entries } = transactionOf(Buffer.from(line))
      const last = entries.reduce((most, { entry }) => Math.max(most, entry ?? 0), 0)
      if (last > 0) return { entries: last, at }
    } catch {
      // Torn, empty, or the first half of a longer line.
    }
  }
  return undefined
}

/** The format a line (without its newline) declares; undefined if its hash is wrong. */
export function formatOfLine(line: Buffer): number | undefined {
  const digits = /^\{"format":(\d{1,9}),/.exec(line.toString('latin1', 0, 32))?.[1]
  return digits !== undefined && hasGoodHash(line) ? Number(digits) : undefined
}
