import { RecordIndex } from '../index/record-index.ts'
import { after, breakOf, type ChainBreak, type ChainPosition, START } from './chain.ts'
import { claimedHashOf, transactionOf } from './line.ts'
import { readLines } from './line-reader.ts'
import { MIGRATIONS, migrated } from './migrations.ts'

/** More than these say no more of a broken journal. */
const MOST_BREAKS = 100

/**
 * What checking a journal from its first line found: where it breaks (in order), the place after
 * its last line, how many entries there are in all.
 */
export interface ChainReport {
  readonly breaks: readonly ChainBreak[]
  readonly end: ChainPosition
  readonly entries: number
  /** Of the lines before the first break; only where it was asked for. */
  readonly index?: RecordIndex
}

/**
 * What to check: the first `until` bytes of a journal; and whether to index what is in them, and to
 * read what can be read after a break.
 */
export interface ChainTask {
  readonly until: number
  readonly withIndex: boolean
}

/**
 * Checks a journal line by line: hash, link, and (with an index) that each can be read and numbers
 * on. Goes on after a break with the hash that the line claims, so that each is named. Yields now
 * and then, so that one thread can do it in slices.
 */
export function* checkChain(file: number, { until, withIndex }: ChainTask): Generator<undefined, ChainReport> {
  const index = withIndex ? new RecordIndex() : undefined
  const breaks: ChainBreak[] = []
  let end = START
  let entries = 0
  for (const line of readLines(file, 0, until)) {
    const position = end.position + 1
    let code: ChainBreak['code'] | undefined = line.ended ? breakOf(line.bytes, end.hash) : 'torn'
    // Without an index a line need not be read at all, unless it is to count what would be lost.
    if ((index !== undefined && code === undefined && breaks.length === 0) || breaks.length > 0) {
      const last = readEntries(line.bytes, line.offset, breaks.length === 0 ? index : undefined)
      if (last === undefined) code ??= 'unreadable'
      else entries = Math.max(entries, last)
    }
    if (code !== undefined && breaks.length < MOST_BREAKS) breaks.push({ code, line: position, offset: line.offset })
    end = after({ bytes: line.bytes, position, offset: line.offset, hash: claimedHashOf(line.bytes) })
    if (position % 64 === 0) yield undefined
  }
  return { breaks, end, entries: Math.max(entries, index?.entries ?? 0), ...(index !== undefined && { index }) }
}

/**
 * The number of the last entry in a line (0 where it has none), which is taken into the index;
 * undefined where it cannot be read or does not follow.
 */
function readEntries(bytes: Buffer, offset: number, index: RecordIndex | undefined): number | undefined {
  try {
    const { entries } = migrated(transactionOf(bytes), MIGRATIONS)
    index?.add(offset, entries)
    return entries.reduce((last, { entry }) => Math.max(last, entry ?? 0), 0)
  } catch {
    return undefined
  }
}
