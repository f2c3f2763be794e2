import type { Book, RecordedEntry } from '../book/book.ts'
import type { EntryMoves } from '../book/index/record-index.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { type Step, type Undone, undoneEntries } from '../escrow/undone.ts'
import { Slices } from '../scheduling/slices.ts'
import { ledgerEntries } from './ledger.ts'

/** The latest entries of a contract among which undone ones are looked for. */
const LOOKED_THROUGH = 1_000

/** Entries read before others get a turn. */
const READ_AT_ONCE = 100

/**
 * The undone entries of a contract that are offered again, the next to record first. Those that a
 * correction took back are not offered. Reads the journal only if one of the contract's latest
 * entries is an undo.
 */
export async function undoneNow(book: Book, contract: ContractState): Promise<readonly Undone[]> {
  const moves = await book.moves()
  const entries = moves.entriesOf(contract.id)
  const from = Math.max(entries.length - LOOKED_THROUGH, 0)
  const first = entries.findIndex((entry, index) => index >= from && isUndo(moves, entry))
  if (first === -1) return []
  const slices = new Slices()
  const steps: Step[] = []
  for (let offset = first; offset < entries.length; offset += READ_AT_ONCE) {
    const limit = Math.min(READ_AT_ONCE, entries.length - offset)
    const { rows } = await book.records({ contractId: contract.id, offset, limit })
    for (const { entry, reversed } of await ledgerEntries(book, rows))
      if (entry.reverses === undefined ? !isOfCorrection(entry) : isUndo(moves, entry.entry))
        steps.push({ entry, ...(reversed && { undoes: reversed }) })
    await slices.next()
  }
  return undoneEntries(steps, contract.policy)
}

const isOfCorrection = ({ corrects }: RecordedEntry): boolean => corrects !== undefined

/** True for a reversal that is alone in its line of the journal: a correction records more. */
function isUndo(moves: EntryMoves, entry: number): boolean {
  if (moves.reversedIn(entry) === undefined) return false
  const line = moves.entry(entry)?.transaction
  return moves.entry(entry - 1)?.transaction !== line && moves.entry(entry + 1)?.transaction !== line
}
