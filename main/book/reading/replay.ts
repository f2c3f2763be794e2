import { type Entry, isOfContract, type JournalRecord } from '../../../shared/contract/events.ts'
import { reversedBy } from '../../escrow/history.ts'
import { Slices } from '../../scheduling/slices.ts'
import { type BookData, recordIn } from '../checkpoint/checkpoint-data.ts'
import { ContractFolder, foldRecord } from '../checkpoint/folding.ts'
import type { ChainBreak } from '../journal/chain.ts'
import type { Journal, ReadTransaction } from '../journal/journal.ts'
import { foldFault } from './fold-fault.ts'

const NO_RECORDS = (): readonly Entry[] => []

/** Longer slices than elsewhere: a start waits for this fold. */
const SLICE_MS = 12

/** The part of a journal to fold, and where to. */
export interface Replay {
  /** The live state to fold into; its position is where to begin. */
  readonly data: BookData
  /** The length in bytes of the part to fold; by default the whole journal. */
  readonly until?: number
  /** Leaves checking the chain to others. */
  readonly skipChecks?: boolean
  /** Called with each transaction before it is folded. */
  onTransaction(read: ReadTransaction): void
  /** The entries of a contract before a transaction, which a reversal folds again. */
  entriesBefore(contractId: string, transaction: number): readonly Entry[] | Promise<readonly Entry[]>
}

/**
 * Folds a journal's transactions into `data`, in slices. Stops at the first break and returns it;
 * returns undefined if there is none.
 */
export async function replay(
  journal: Pick<Journal, 'read'>,
  { data, until, skipChecks, onTransaction, entriesBefore }: Replay,
): Promise<ChainBreak | undefined> {
  const { position, offset, hash } = data
  const transactions = journal.read(
    { position, offset, hash },
    { ...(until !== undefined && { until }), ...(skipChecks !== undefined && { skipChecks }) },
  )
  const folder = new ContractFolder()
  const recordsFor = async (record: JournalRecord, index: number, { transaction, after }: ReadTransaction) => {
    if (!isOfContract(record) || reversedBy(record) === undefined) return NO_RECORDS
    const { contract } = record
    if (folder.isReady(recordIn(data.contracts, contract))) return NO_RECORDS
    const earlier = transaction.entries.slice(0, index).filter(isOfContract)
    const records = [
      ...(await entriesBefore(contract, after.position)),
      ...earlier.filter(each => each.contract === contract),
    ]
    return () => records
  }
  // A single reversal may take long, as it folds its whole contract again.
  const slices = new Slices(undefined, { sliceMs: SLICE_MS, lookEvery: 1 })
  for (;;) {
    const next = transactions.next()
    if (next.done) return next.value
    const read = next.value
    let folding: JournalRecord | undefined
    try {
      onTransaction(read)
      for (const [index, record] of read.transaction.entries.entries()) {
        folding = record
        foldRecord(data, record, folder, await recordsFor(record, index, read))
      }
    } catch {
      // Its hash is right, but the rules cannot have accepted it.
      return { ...faultIn(folding, data), line: read.after.position, offset: read.offset }
    }
    data.position = read.after.position
    data.offset = read.after.offset
    data.hash = read.after.hash
    if (slices.areOver) await slices.next()
  }
}

/** The fault of a record that could not be folded; undefined if its line could not be read. */
function faultIn(record: JournalRecord | undefined, { contracts }: BookData): Pick<ChainBreak, 'code' | 'params'> {
  if (record === undefined) return { code: 'unreadable' }
  try {
    return foldFault(record, isOfContract(record) ? recordIn(contracts, record.contract) : undefined)
  } catch {
    // It is no record at all.
    return { code: 'unreadable' }
  }
}
