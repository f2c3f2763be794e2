import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Book } from '../book/book.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { reverse } from '../escrow/moves/journal.ts'
import { type LedgerEntry, ledgerEntries } from './ledger.ts'

/** The entry of a contract that `reverse` would undo now; null if the rules refuse. */
export function undoableEntry(contract: ContractState, closedUntil: IsoDate | null): number | null {
  return reverse(contract, closedUntil).ok ? contract.lastEntry : null
}

/**
 * Answers the query `undoable`: the latest entry that can be undone, of one contract or (without a
 * contract) of the book; undefined if there is none.
 */
export async function undoable(book: Book, contract?: ContractState): Promise<LedgerEntry | undefined> {
  let latest = 0
  for (const each of contract === undefined ? book.everyContract() : [contract])
    if ((each.lastEntry ?? 0) > latest) latest = undoableEntry(each, book.closedUntil) ?? latest
  if (latest === 0) return undefined
  const [found] = await ledgerEntries(book, [await book.record(latest)])
  return found
}
