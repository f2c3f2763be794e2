import { hash as digest } from 'node:crypto'
import type { Entry } from '../../../shared/contract/events.ts'

/**
 * What one line of the journal holds: `seq` from 1, `at` the moment in UTC (ISO 8601), and what was
 * written together.
 */
export interface Transaction {
  readonly format: number
  readonly seq: number
  readonly at: string
  readonly entries: readonly Entry[]
}

/** What the first line names as the hash before it. */
export const NO_HASH = '0'.repeat(64)

const PREV = ',"prev":"'
/**
 * How a sealed text ends before and after its hash. The checkpoint, where `hash` names the
 * journal's, calls it `seal`: as long.
 */
const HASH = ',"hash":"'
const SEAL = ',"seal":"'
const END = '"}'
/** From `,"hash":"` to the end of the line, without the newline. */
const SEAL_LENGTH = HASH.length + NO_HASH.length + END.length
/** From `,"prev":"` to its closing quote. */
const PREV_LENGTH = PREV.length + NO_HASH.length + 1

const sha256 = (bytes: string | Uint8Array): string => digest('sha256', bytes, 'hex')

/** The end of a checkpoint whose bytes so far, an object left open, have this SHA-256. */
export function sealOf(hash: string): string {
  return `${SEAL}${hash}${END}`
}

/** An object as a sealed text. */
export function sealed(value: object): string {
  const body = JSON.stringify(value).slice(0, -1)
  return body + sealOf(sha256(body))
}

/** Whether a checkpoint's bytes are those that were sealed: any that differs is found. */
export function isSealed(bytes: Buffer): boolean {
  return isSealedWith(bytes, SEAL)
}

/**
 * A checkpoint's bytes without the seal they end with, and what that says; undefined where they end
 * with none. Whether they are those that were sealed is not looked at.
 */
export function unsealed(bytes: Buffer): { readonly body: Buffer; readonly seal: string } | undefined {
  const body = bytes.length - SEAL_LENGTH
  const [, seal] = /^,"seal":"([0-9a-f]{64})"\}$/.exec(bytes.toString('latin1', Math.max(0, body))) ?? []
  return seal === undefined ? undefined : { body: bytes.subarray(0, body), seal }
}

/**
 * Whether a line (without its newline) ends with the hash of the bytes before it: any byte that
 * differs is found.
 */
export function hasGoodHash(line: Buffer): boolean {
  return isSealedWith(line, HASH)
}

/** The hash that a line (without its newline) says is its own. */
export function claimedHashOf(line: Buffer): string {
  return line.toString('latin1', line.length - END.length - NO_HASH.length, line.length - END.length)
}

function isSealedWith(bytes: Buffer, key: string): boolean {
  const body = bytes.length - SEAL_LENGTH
  return body >= 0 && bytes.toString('latin1', body) === `${key}${sha256(bytes.subarray(0, body))}${END}`
}

/**
 * A transaction as a line of the journal, with its newline, chained to the line whose hash is
 * `prev`.
 */
export function lineOf(
  { format, seq, at, entries }: Transaction,
  prev: string,
): { readonly text: string; readonly hash: string } {
  const body = `{"format":${format},"seq":${seq},"at":${JSON.stringify(at)},"entries":${JSON.stringify(entries)}${PREV}${prev}"`
  const hash = sha256(body)
  return { text: `${body}${HASH}${hash}${END}\n`, hash }
}

/**
 * The hash of the line before, as a line (without its newline) names it; its own hash must have
 * been checked.
 */
export function prevOf(line: Buffer): string | undefined {
  const end = line.length - SEAL_LENGTH
  const text = line.toString('latin1', Math.max(0, end - PREV_LENGTH), end)
  return text.startsWith(PREV) && text.endsWith('"') ? text.slice(PREV.length, -1) : undefined
}

/**
 * How many bytes at the start of `tail` are a whole good line (without a newline); 0 where there is
 * none.
 */
export function wholeLineAt(tail: Buffer): number {
  let from = 0
  for (;;) {
    const seal = tail.indexOf(HASH, from)
    if (seal < 0) return 0
    const length = seal + SEAL_LENGTH
    if (length <= tail.length && hasGoodHash(tail.subarray(0, length))) return length
    from = seal + 1
  }
}

/**
 * A line (without its newline) as a transaction; its hash must have been checked. Throws where it
 * is none.
 */
export function transactionOf(line: Buffer): Transaction {
  const value: unknown = JSON.parse(line.toString())
  if (!isTransaction(value)) throw new TypeError('not a transaction')
  return value
}

function isTransaction(value: unknown): value is Transaction {
  if (typeof value !== 'object' || value === null) return false
  const { format, seq, at, entries } = value as Record<string, unknown>
  return Number.isSafeInteger(format) && Number.isSafeInteger(seq) && typeof at === 'string' && Array.isArray(entries)
}
