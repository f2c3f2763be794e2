import { claimedHashOf } from '../journal/sealed-text.ts'
import type { Ledger } from './recorded-entries.ts'

/**
 * The hashes at the end of which the book had exactly so many entries: that of the line with the
 * last of them, and of the annotations and renames right after it, oldest first. None where it
 * never had that many, as in the midst of an import.
 */
export function headsAfter({ journal, index }: Ledger, entries: number): readonly string[] {
  const first = index.entry(entries)?.transaction
  if (first === undefined) return []
  const next = index.entry(entries + 1)?.transaction ?? index.transactions + 1
  const heads: string[] = []
  for (let transaction = first; transaction < next; transaction++) {
    const start = index.offsetOf(transaction) ?? journal.length
    const end = index.offsetOf(transaction + 1) ?? journal.length
    heads.push(claimedHashOf(journal.bytes(start, end - start - 1)))
  }
  return heads
}
