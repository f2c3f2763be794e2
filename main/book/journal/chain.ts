import { claimedHashOf, hasGoodHash, NO_HASH, prevOf } from './line.ts'
import { readLines } from './line-reader.ts'

/**
 * A place between two lines of a journal: how many lines and bytes come before it, and the hash of
 * the last of them.
 */
export interface ChainPosition {
  readonly position: number
  readonly offset: number
  readonly hash: string
}

/** Before the first line. */
export const START: ChainPosition = { position: 0, offset: 0, hash: NO_HASH }

/**
 * Where a chain is broken: the line's number from 1 and where it begins. `changed`: not the bytes
 * that were written; `misplaced`: not the line that followed; `unreadable`: no transaction, or one
 * the rules cannot have accepted; `torn`: a last line without its end.
 */
export interface ChainBreak {
  readonly code: 'changed' | 'misplaced' | 'unreadable' | 'torn'
  readonly line: number
  readonly offset: number
}

/**
 * A line of a chain: its bytes (without the newline; good only until the next is read), its number
 * from 1, where it begins, its hash.
 */
export interface ChainLine {
  readonly bytes: Buffer
  readonly position: number
  readonly offset: number
  readonly hash: string
}

/**
 * Reads a journal's lines from a place up to byte `until`, checking each one's hash and link. Ends
 * at the first break, which it returns; else undefined.
 */
export function* checkedLines(
  file: number,
  from: ChainPosition,
  until: number,
): Generator<ChainLine, ChainBreak | undefined> {
  let { position, hash: prev } = from
  for (const line of readLines(file, from.offset, until)) {
    position++
    const code = line.ended ? breakOf(line.bytes, prev) : 'torn'
    if (code !== undefined) return { code, line: position, offset: line.offset }
    prev = claimedHashOf(line.bytes)
    yield { bytes: line.bytes, position, offset: line.offset, hash: prev }
  }
  return undefined
}

/** The same without checking: for a fold while the chain is checked beside it. */
export function* uncheckedLines(file: number, from: ChainPosition, until: number): Generator<ChainLine, undefined> {
  let { position } = from
  for (const line of readLines(file, from.offset, until)) {
    position++
    yield { bytes: line.bytes, position, offset: line.offset, hash: claimedHashOf(line.bytes) }
  }
  return undefined
}

/**
 * What is wrong with a line that should follow the one whose hash is `prev`; undefined when it
 * does.
 */
export function breakOf(line: Buffer, prev: string): 'changed' | 'misplaced' | undefined {
  if (!hasGoodHash(line)) return 'changed'
  return prevOf(line) === prev ? undefined : 'misplaced'
}

/** The place after a line. */
export function after({ bytes, position, offset, hash }: ChainLine): ChainPosition {
  return { position, offset: offset + bytes.length + 1, hash }
}
