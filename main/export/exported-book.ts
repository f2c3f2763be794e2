import { readFileSync } from 'node:fs'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { readAt } from '../book/folder/disk.ts'
import { breakOf } from '../book/journal/chain.ts'
import { NO_HASH, type Transaction, transactionOf } from '../book/journal/line.ts'
import { readLines } from '../book/journal/line-reader.ts'
import { claimedHashOf } from '../book/journal/sealed-text.ts'
import { JOURNAL_LIST, JSON_VERSION, type WholeBook } from './json.ts'

/**
 * A line of the journal that an export holds, checked to follow the one before. `bytes` (without
 * the newline) are good only until the next is read; `done` is how far in the file it is.
 */
export interface ExportedLine {
  readonly bytes: Buffer
  readonly hash: string
  readonly transaction: Transaction
  readonly done: number
}

/** A file that was not written by us line by line is read as a whole: no larger than this. */
const LARGEST_LAID_OUT_BYTES = 1 << 28
const LOOKED_AT_BYTES = 64
const [COMMA, OPENING, CLOSING] = [0x2c, 0x7b, 0x7d]

/**
 * The refusal of a file that brings no book back: not a whole book's export at all (`no-export`),
 * one of a part of a book, one that ends early, or whose line so-and-so was changed.
 */
function unusable(variant: 'no-export' | 'part-export' | 'cut-export' | 'changed-export', line = 0): Refusal {
  return { code: 'unreadable-statement', variant, params: { line } }
}

/**
 * The lines of the journal in a JSON export of a whole book, checked one by one, so that a file of
 * any size can be read. Returns why the file brings no book back: `unreadable-statement`, or
 * `format-too-new` where a newer app wrote it; undefined where all of it is good.
 */
export function* exportedLines(file: number, size: number): Generator<ExportedLine, Refusal | undefined> {
  // Whatever else the file is, it is not looked through for the end of its first line.
  if (!/^(?:\xef\xbb\xbf)?\s*\{/.test(readAt(file, 0, LOOKED_AT_BYTES).toString('latin1'))) return unusable('no-export')
  const lines = readLines(file, 0, size)
  const first = lines.next()
  if (first.done) return unusable('no-export')
  const start = first.value.bytes.toString('utf8').replace(/^\uFEFF/, '')
  const isOurs = start.endsWith(JOURNAL_LIST)
  const whole = isOurs ? undefined : laidOutAnew(file, size)
  const head = headOf(isOurs ? parsed(`${start.slice(0, -JOURNAL_LIST.length)}}`) : whole)
  if ('code' in head) return head
  let hash = NO_HASH
  let line = 0
  for (const { bytes, done } of whole === undefined ? itemsIn(lines) : itemsOf(whole, size)) {
    line++
    if (bytes === undefined) return unusable('cut-export')
    const transaction = breakOf(bytes, hash) === undefined ? transactionIn(bytes) : undefined
    if (transaction === undefined)
      return bytes.at(-1) === CLOSING ? unusable('changed-export', line) : unusable('cut-export')
    hash = claimedHashOf(bytes)
    yield { bytes, hash, transaction, done }
  }
  return hash === head.head ? undefined : unusable('cut-export')
}

/**
 * What an export says of itself before its lines, or the refusal of one that holds no whole book.
 */
function headOf(value: unknown): WholeBook | Refusal {
  const head = (value ?? {}) as Partial<Record<keyof WholeBook, unknown>>
  if (head.escrowbook === 'part') return unusable('part-export')
  if (head.escrowbook !== 'book' || typeof head.version !== 'number' || typeof head.head !== 'string')
    return unusable('no-export')
  if (head.version > JSON_VERSION)
    return { code: 'format-too-new', params: { found: head.version, known: JSON_VERSION } }
  return head as WholeBook
}

interface Item {
  /** Undefined in the place where the list should go on or end, and does not. */
  readonly bytes: Buffer | undefined
  readonly done: number
}

/** The items of the list as we write them, one a line, up to the line that ends it. */
function* itemsIn(lines: ReturnType<typeof readLines>): Generator<Item, void> {
  for (const { bytes, offset } of lines) {
    const done = offset + bytes.length
    if (bytes[0] !== OPENING) {
      if (bytes.toString('latin1').trimEnd() !== ']}') yield { bytes: undefined, done }
      return
    }
    yield { bytes: bytes.at(-1) === COMMA ? bytes.subarray(0, -1) : bytes, done }
  }
  yield { bytes: undefined, done: 0 }
}

/**
 * The same of a file that some program laid out anew: a line of the journal is what
 * `JSON.stringify` makes of an item.
 */
function* itemsOf(whole: unknown, size: number): Generator<Item, void> {
  const { journal } = whole as { readonly journal?: unknown }
  if (!Array.isArray(journal)) return yield { bytes: undefined, done: 0 }
  for (const [place, item] of journal.entries())
    yield { bytes: Buffer.from(JSON.stringify(item)), done: Math.floor((place / journal.length) * size) }
}

function laidOutAnew(file: number, size: number): unknown {
  return size > LARGEST_LAID_OUT_BYTES ? undefined : parsed(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
}

function transactionIn(bytes: Buffer): Transaction | undefined {
  try {
    return transactionOf(bytes)
  } catch {
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
