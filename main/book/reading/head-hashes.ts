import { isOfPaper } from '../../../shared/contract/events.ts'
import { firstLineIn } from '../journal/line-reader.ts'
import { claimedHashOf } from '../journal/sealed-text.ts'
import { RecordReader } from './record-reader.ts'
import type { Ledger } from './recorded-entries.ts'

/**
 * The heads the book has had with exactly this number of entries, oldest first: the hash of the
 * line with the last of them, then those of the records right after it that are no entries. Empty
 * if it never had that number, as in the middle of an import.
 */
export function headsAfter(ledger: Ledger, entries: number): readonly string[] {
  const { index } = ledger
  const first = index.entry(entries)?.transaction
  if (first === undefined) return []
  const next = index.entry(entries + 1)?.transaction ?? index.transactions + 1
  const heads: string[] = []
  for (let transaction = first; transaction < next; transaction++) heads.push(headOf(ledger, transaction))
  return heads
}

/**
 * The heads that name the history as it is now, the latest first: that of the last line and, since
 * the record of a paper changes nothing that a paper shows, those before such records at the end.
 */
export function headsNow(ledger: Ledger): readonly string[] {
  const { journal, index } = ledger
  const reader = new RecordReader(journal, index)
  const heads: string[] = []
  for (let transaction = index.transactions; transaction > 0; transaction--) {
    heads.push(headOf(ledger, transaction))
    if (!reader.transactions([transaction]).get(transaction)?.entries.every(isOfPaper)) break
  }
  return heads
}

/** The hash that a transaction's line claims. */
function headOf({ journal, index }: Ledger, transaction: number): string {
  const start = index.offsetOf(transaction) ?? journal.length
  const end = index.offsetOf(transaction + 1) ?? journal.length
  return claimedHashOf(firstLineIn(journal.bytes(start, end - start - 1)))
}
