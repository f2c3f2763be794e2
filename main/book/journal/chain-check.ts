import { RecordIndex } from '../index/record-index.ts'
import { after, breakOf, type ChainBreak, type ChainPosition, START } from './chain.ts'
import { transactionOf } from './line.ts'
import { readLines } from './line-reader.ts'
import { MIGRATIONS, migrated } from './migrations.ts'
import { claimedHashOf } from './sealed-text.ts'

/** Breaks reported at most; more would say nothing new about a broken journal. */
const MOST_BREAKS = 100
/** Lines between two yields. */
const STEP_LINES = 64

/**
 * The result of checking a journal from its first line: its breaks, in order; the position after
 * its last line; the total number of entries.
 */
export interface ChainReport {
  readonly breaks: readonly ChainBreak[]
  readonly end: ChainPosition
  readonly entries: number
  /** The index of the lines before the first break, if it was asked for. */
  readonly index?: RecordIndex
}

/** The check to run: the first `until` bytes of a journal, and whether to index them. */
export interface ChainTask {
  readonly until: number
  readonly withIndex: boolean
}

/**
 * Checks a journal line by line: hash and link, and with an index also that each line can be read
 * and that its numbers follow. Continues after a break with the hash that the line claims, so that
 * every break is reported. Yields regularly, so that a thread can run it in slices.
 */
export function* checkChain(file: number, { until, withIndex }: ChainTask): Generator<undefined, ChainReport> {
  const index = withIndex ? new RecordIndex() : undefined
  const breaks: ChainBreak[] = []
  let end = START
  let entries = 0
  for (const line of readLines(file, 0, until)) {
    const position = end.position + 1
    let code: ChainBreak['code'] | undefined = line.ended ? breakOf(line.bytes, end.hash) : 'torn'
    // Lines are parsed only to index them or, after a break, to count the entries that a backup
    // lacks.
    if ((index !== undefined && code === undefined && breaks.length === 0) || breaks.length > 0) {
      const last = readEntries(line.bytes, line.offset, breaks.length === 0 ? index : undefined)
      if (last === undefined) code ??= 'unreadable'
      else entries = Math.max(entries, last)
    }
    if (code !== undefined && breaks.length < MOST_BREAKS) breaks.push({ code, line: position, offset: line.offset })
    end = after({ bytes: line.bytes, position, offset: line.offset, hash: claimedHashOf(line.bytes) })
    if (position % STEP_LINES === 0) yield undefined
  }
  return { breaks, end, entries: Math.max(entries, index?.entries ?? 0), ...(index !== undefined && { index }) }
}

/**
 * Adds the entries in a line to the index, if given. Returns the number of the last one (0 if there
 * is none); undefined if the line cannot be read or its numbers do not follow.
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
