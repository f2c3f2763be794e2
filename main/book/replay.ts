import type { Entry } from '../../shared/contract/events.ts'
import { Slices } from '../scheduling/slices.ts'
import { type BookData, recordIn } from './checkpoint/checkpoint-data.ts'
import { isReversal, recordFolded } from './checkpoint/contract-record.ts'
import type { ChainBreak } from './journal/chain.ts'
import type { Journal, ReadTransaction } from './journal/journal.ts'

/** A start waits for this fold, so that its slices are longer than others. */
const SLICE_MS = 12

/** What a fold over a journal needs beside it. */
export interface Replay {
  readonly data: BookData
  /** The bytes of the journal to fold; all of them where it is left out. */
  readonly until?: number
  /** The chain is checked beside this. */
  readonly skipChecks?: boolean
  /** Called with each transaction before it takes effect. */
  onTransaction(read: ReadTransaction): void
  /** What the transactions before one say of a contract; a reversal folds them again. */
  recordsOf(contractId: string, before: number): readonly Entry[] | Promise<readonly Entry[]>
}

/**
 * Folds the journal's transactions after `data`'s place into it, in slices. Returns where it
 * breaks; undefined at its end.
 */
export async function replay(
  journal: Journal,
  { data, until, skipChecks, onTransaction, recordsOf }: Replay,
): Promise<ChainBreak | undefined> {
  const { position, offset, hash } = data
  const transactions = journal.read(
    { position, offset, hash },
    { ...(until !== undefined && { until }), ...(skipChecks !== undefined && { skipChecks }) },
  )
  // A reversal folds its contract again, however long that is.
  const slices = new Slices(undefined, { sliceMs: SLICE_MS, lookEvery: 1 })
  for (;;) {
    const next = transactions.next()
    if (next.done) return next.value
    const read = next.value
    try {
      onTransaction(read)
      const { entries } = read.transaction
      for (const [place, entry] of entries.entries()) {
        const records = isReversal(entry)
          ? [
              ...(await recordsOf(entry.contract, read.after.position)),
              ...entries.slice(0, place + 1).filter(({ contract }) => contract === entry.contract),
            ]
          : []
        const record = recordFolded(recordIn(data.contracts, entry.contract), entry, records)
        data.contracts[entry.contract] = record
        data.entries = entry.entry ?? data.entries
      }
    } catch {
      // Its hash is good, but the rules cannot have accepted it.
      return { code: 'unreadable', line: read.after.position, offset: read.offset }
    }
    data.position = read.after.position
    data.offset = read.after.offset
    data.hash = read.after.hash
    if (slices.areOver) await slices.next()
  }
}
