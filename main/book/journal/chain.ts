import type { Parameter } from '../../../shared/contract/refusals.ts'
import { hasGoodHash, NO_HASH, prevOf } from './line.ts'
import { readLines } from './line-reader.ts'
import { claimedHashOf } from './sealed-text.ts'

/**
 * A position between two lines of a journal: the number of lines and bytes before it, and the hash
 * of the last of those lines.
 */
export interface ChainPosition {
  readonly position: number
  readonly offset: number
  readonly hash: string
}

/** The position before the first line. */
export const START: ChainPosition = { position: 0, offset: 0, hash: NO_HASH }

/**
 * A break in the chain: the number of the line, from 1, and the byte it begins at. `changed`: its
 * bytes are not the ones written; `misplaced`: it does not follow the line before it; `unreadable`:
 * not a transaction; `torn`: an incomplete last line; `unaccepted`: a record that the rules cannot
 * have accepted; `unknown-record`: one that this version does not know. `params` are the values,
 * beside the line, that its sentence needs.
 */
export interface ChainBreak {
  readonly code: 'changed' | 'misplaced' | 'unreadable' | 'torn' | 'unaccepted' | 'unknown-record'
  readonly line: number
  readonly offset: number
  readonly params?: Readonly<Record<string, Parameter>>
}

/**
 * A line of a chain: its bytes (without the newline; valid only until the next line is read), its
 * number from 1, the byte it begins at, its hash.
 */
export interface ChainLine {
  readonly bytes: Buffer
  readonly position: number
  readonly offset: number
  readonly hash: string
}

/**
 * Reads the lines from a position up to byte `until`, checking the hash and link of each. Stops at
 * the first break and returns it; returns undefined if there is none.
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

/** As `checkedLines` without the checks, for a chain that a worker checks in the background. */
export function* uncheckedLines(file: number, from: ChainPosition, until: number): Generator<ChainLine, undefined> {
  let { position } = from
  for (const line of readLines(file, from.offset, until)) {
    position++
    yield { bytes: line.bytes, position, offset: line.offset, hash: claimedHashOf(line.bytes) }
  }
  return undefined
}

/** The fault of a line that should follow the one whose hash is `prev`; undefined if it does. */
export function breakOf(line: Buffer, prev: string): 'changed' | 'misplaced' | undefined {
  if (!hasGoodHash(line)) return 'changed'
  return prevOf(line) === prev ? undefined : 'misplaced'
}

/** The position after a line. */
export function after({ bytes, position, offset, hash }: ChainLine): ChainPosition {
  return { position, offset: offset + bytes.length + 1, hash }
}
