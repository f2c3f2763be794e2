import { createHash } from 'node:crypto'
import type { JournalRecord } from '../../../shared/contract/events.ts'
import { isSealedBy, SEALING_LENGTH, sealing, sha256 } from './sealed-text.ts'

/**
 * The content of one line of the journal: its number `seq` from 1, the moment `at` it was recorded
 * (ISO 8601, UTC), by whom on a shared book, and the records that were recorded together.
 */
export interface Transaction {
  readonly format: number
  readonly seq: number
  readonly at: string
  /** The name of who recorded it, of `a-z 0-9 _ . -`; only on a shared book. */
  readonly by?: string
  readonly entries: readonly JournalRecord[]
}

/** The `prev` of the first line. */
export const NO_HASH = '0'.repeat(64)

/** The names that a line may be recorded by. */
const AUTHOR = /^[a-z0-9_.-]+$/

const PREV = ',"prev":"'
const HASH = ',"hash":"'
/** From `,"prev":"` to its closing quote. */
const PREV_LENGTH = PREV.length + NO_HASH.length + 1

/**
 * A transaction as a line of the journal, with its newline, linked to the line whose hash is
 * `prev`. Returns the text and its own hash.
 */
export function lineOf(
  { format, seq, at, by, entries }: Transaction,
  prev: string,
): { readonly text: string; readonly hash: string } {
  const head = `{"format":${format},"seq":${seq},"at":${JSON.stringify(at)}`
  const author = by === undefined ? '' : `,"by":${JSON.stringify(by)}`
  const body = `${head}${author},"entries":${JSON.stringify(entries)}${PREV}${prev}"`
  const hash = sha256(body)
  return { text: `${body}${sealing(HASH, hash)}\n`, hash }
}

/**
 * True if a line (without its newline) ends with the hash of the bytes before it; false if any byte
 * changed.
 */
export function hasGoodHash(line: Buffer): boolean {
  return isSealedBy(line, HASH)
}

/**
 * The hash of the previous line, as a line (without its newline) names it; undefined if it names
 * none. The line's own hash must have been checked.
 */
export function prevOf(line: Buffer): string | undefined {
  const end = line.length - SEALING_LENGTH
  const text = line.toString('latin1', Math.max(0, end - PREV_LENGTH), end)
  return text.startsWith(PREV) && text.endsWith('"') ? text.slice(PREV.length, -1) : undefined
}

/**
 * The length of the complete, intact line (without a newline) at the start of `tail`; 0 if none.
 */
export function wholeLineAt(tail: Buffer): number {
  // Hashes go on from the one before: a torn end may be large, and name its hash many times.
  const hash = createHash('sha256')
  let hashed = 0
  for (let body = tail.indexOf(HASH); body >= 0; body = tail.indexOf(HASH, body + 1)) {
    if (!claimsHashAt(tail, body)) continue
    hash.update(tail.subarray(hashed, body))
    hashed = body
    const length = body + SEALING_LENGTH
    if (tail.toString('latin1', body, length) === sealing(HASH, hash.copy().digest('hex'))) return length
  }
  return 0
}

/** True if what a sealed line ends with stands at `body`, whatever the hash. */
function claimsHashAt(bytes: Buffer, body: number): boolean {
  return /^,"hash":"[0-9a-f]{64}"\}$/.test(bytes.toString('latin1', body, body + SEALING_LENGTH))
}

/**
 * Parses a line (without its newline), whose hash must have been checked. Throws if it is not a
 * transaction.
 */
export function transactionOf(line: Buffer): Transaction {
  const value: unknown = JSON.parse(line.toString())
  if (!isTransaction(value)) throw new TypeError('not a transaction')
  return value
}

function isTransaction(value: unknown): value is Transaction {
  if (typeof value !== 'object' || value === null) return false
  const { format, seq, at, by, entries } = value as Record<string, unknown>
  return (
    Number.isSafeInteger(format) &&
    Number.isSafeInteger(seq) &&
    typeof at === 'string' &&
    (by === undefined || (typeof by === 'string' && AUTHOR.test(by))) &&
    Array.isArray(entries)
  )
}
