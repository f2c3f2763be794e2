import { readFileSync } from 'node:fs'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { readAt } from '../book/folder/disk.ts'
import { breakOf } from '../book/journal/chain.ts'
import { NO_HASH, type Transaction, transactionOf } from '../book/journal/line.ts'
import { readLines } from '../book/journal/line-reader.ts'
import { claimedHashOf } from '../book/journal/sealed-text.ts'
import { JOURNAL_LIST, JSON_VERSION, type WholeBook } from './json.ts'

/**
 * A journal line in an export, checked to follow the previous one. `bytes` (without the newline)
 * are valid only until the next line is read. `done` is the position in the file, in bytes. `start`
 * is the byte offset of `bytes` in the file, absent if the file does not contain them verbatim.
 */
export interface ExportedLine {
  readonly bytes: Buffer
  readonly hash: string
  readonly transaction: Transaction
  readonly done: number
  readonly start?: number
}

/**
 * The largest reformatted file, in bytes: without one item per line, it must be read as a whole.
 */
const LARGEST_LAID_OUT_BYTES = 1 << 28
const LOOKED_AT_BYTES = 64
const [COMMA, OPENING, CLOSING] = [0x2c, 0x7b, 0x7d]

/**
 * The refusal of a file that cannot restore a book: it is not a whole book's export (`no-export`),
 * covers only part of a book, is cut off, or has a changed line.
 */
function unusable(variant: 'no-export' | 'part-export' | 'cut-export' | 'changed-export', line = 0): Refusal {
  return { code: 'unreadable-statement', variant, params: { line } }
}

/**
 * Yields the journal lines of a whole book's JSON export, each checked as it is read, so that a
 * file of any size can be read. Returns the reason the file cannot restore a book:
 * `unreadable-statement`, or `format-too-new` if a newer app wrote it; undefined if all of it is
 * valid.
 */
export function* exportedLines(file: number, size: number): Generator<ExportedLine, Refusal | undefined> {
  // Do not search an arbitrary file for the end of its first line.
  if (!/^(?:\xef\xbb\xbf)?\s*\{/.test(readAt(file, 0, LOOKED_AT_BYTES).toString('latin1'))) return unusable('no-export')
  const lines = readLines(file, 0, size)
  const first = lines.next()
  if (first.done) return unusable('no-export')
  const beginning = first.value.bytes.toString('utf8').replace(/^\uFEFF/, '')
  const isOurs = beginning.endsWith(JOURNAL_LIST)
  const whole = isOurs ? undefined : laidOutAnew(file, size)
  const head = headOf(isOurs ? parsed(`${beginning.slice(0, -JOURNAL_LIST.length)}}`) : whole)
  if ('code' in head) return head
  let hash = NO_HASH
  let line = 0
  for (const { bytes, done, start } of whole === undefined ? itemsIn(lines) : itemsOf(whole, size)) {
    line++
    if (bytes === undefined) return unusable('cut-export')
    const transaction = breakOf(bytes, hash) === undefined ? transactionIn(bytes) : undefined
    if (transaction === undefined)
      return bytes.at(-1) === CLOSING ? unusable('changed-export', line) : unusable('cut-export')
    hash = claimedHashOf(bytes)
    yield { bytes, hash, transaction, done, ...(start !== undefined && { start }) }
  }
  return hash === head.head ? undefined : unusable('cut-export')
}

/** The head of an export, or the refusal of a file that is not a whole book. */
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
  /** Undefined where the list neither continues nor ends properly. */
  readonly bytes: Buffer | undefined
  readonly done: number
  readonly start?: number
}

/**
 * The items of the list as the app writes them, one per line, up to the line that ends the list.
 */
function* itemsIn(lines: ReturnType<typeof readLines>): Generator<Item, void> {
  for (const { bytes, offset } of lines) {
    const done = offset + bytes.length
    if (bytes[0] !== OPENING) {
      if (bytes.toString('latin1').trimEnd() !== ']}') yield { bytes: undefined, done }
      return
    }
    yield { bytes: bytes.at(-1) === COMMA ? bytes.subarray(0, -1) : bytes, done, start: offset }
  }
  yield { bytes: undefined, done: 0 }
}

/**
 * The items of a file that another program reformatted: each journal line is the `JSON.stringify`
 * of an item.
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
