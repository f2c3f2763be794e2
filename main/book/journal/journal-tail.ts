import type { Note } from '../faults/health.ts'
import { type Disk, readAt, readInto } from '../folder/disk.ts'
import { quarantineBytes } from '../folder/quarantine.ts'
import { wholeLineAt } from './line.ts'

const NEWLINE = 0x0a
const BLOCK = 1 << 18

/** A journal file as it was found; `writable` if it may be repaired. */
export interface FoundJournal {
  readonly folder: string
  readonly file: number
  readonly length: number
  readonly writable: boolean
  readonly disk: Disk
}

/**
 * Repairs the end of a journal that was cut off in the middle of a line. A complete line gets its
 * newline; the rest, which was never confirmed, is cut off and kept in `recovered/`. Returns the
 * length in bytes of all complete lines, and a note if there was anything to repair. Throws if the
 * file cannot be repaired.
 */
export function repairTail(
  { folder, file, length, writable, disk }: FoundJournal,
  now: Date,
): { readonly length: number; readonly note?: Note } {
  const tail = tailOf(file, length)
  if (tail.length === 0) return { length }
  const start = length - tail.length
  if (!writable) return { length: start, note: { code: 'torn-read-only' } }
  const whole = wholeLineAt(tail)
  const rest = tail.subarray(whole)
  const kept = rest.length === 0 ? undefined : quarantineBytes(disk, folder, 'journal-tail', now, rest)
  if (whole > 0) disk.write(file, Uint8Array.of(NEWLINE), start + whole)
  const end = whole > 0 ? start + whole + 1 : start
  disk.cut(file, end)
  disk.sync(file)
  if (kept === undefined) return { length: end, note: { code: 'newline' } }
  return { length: end, note: { code: whole > 0 ? 'newline-junk' : 'torn', params: { file: kept } } }
}

/** The bytes after the last newline. */
function tailOf(file: number, length: number): Buffer {
  // One buffer for all blocks: a torn end may be large.
  const buffer = Buffer.allocUnsafe(Math.min(BLOCK, length))
  let start = length
  while (start > 0) {
    const from = Math.max(0, start - BLOCK)
    const newline = readInto(file, from, buffer.subarray(0, start - from)).lastIndexOf(NEWLINE)
    start = newline < 0 ? from : from + newline + 1
    if (newline >= 0) break
  }
  return readAt(file, start, length - start)
}

/**
 * The hash claimed by the line that ends just before byte `end`; undefined if no line ends there.
 */
export function hashBefore(file: number, end: number): string | undefined {
  const length = Math.min(end, 80)
  const text = readAt(file, end - length, length).toString('latin1')
  return /"hash":"([0-9a-f]{64})"\}\n$/.exec(text)?.[1]
}
