import { firstLineIn } from '../journal/line-reader.ts'
import { claimedHashOf } from '../journal/sealed-text.ts'
import type { Ledger } from './recorded-entries.ts'

/**
 * The heads the book has had with exactly this number of entries, oldest first: the hash of the
 * line with the last of them, then those of the annotations and renames right after it. Empty if it
 * never had that number, as in the middle of an import.
 */
export function headsAfter({ journal, index }: Ledger, entries: number): readonly string[] {
  const first = index.entry(entries)?.transaction
  if (first === undefined) return []
  const next = index.entry(entries + 1)?.transaction ?? index.transactions + 1
  const heads: string[] = []
  for (let transaction = first; transaction < next; transaction++) {
    const start = index.offsetOf(transaction) ?? journal.length
    const end = index.offsetOf(transaction + 1) ?? journal.length
    heads.push(claimedHashOf(firstLineIn(journal.bytes(start, end - start - 1))))
  }
  return heads
}
