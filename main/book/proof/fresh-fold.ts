import type { Entry } from '../../../shared/contract/events.ts'
import { type BookData, emptyData, recordIn } from '../checkpoint/checkpoint-data.ts'
import type { ContractRecord } from '../checkpoint/contract-record.ts'
import { RecordIndex } from '../index/record-index.ts'
import { type ChainBreak, START } from '../journal/chain.ts'
import type { Journal } from '../journal/journal.ts'
import { RecordReader } from '../reading/record-reader.ts'
import { replay } from '../reading/replay.ts'

/** The part of a journal to fold: its first `until` bytes. */
export interface FoldedPart {
  readonly until: number
  /** True if the chain is checked elsewhere. */
  readonly skipChecks: boolean
  /** Ends the fold soon; the result then means nothing. */
  readonly signal?: AbortSignal | undefined
}

/** A journal folded from its first line, up to its first break if there is one. */
export interface FreshFold {
  readonly data: BookData
  readonly index: RecordIndex
  readonly broken: ChainBreak | undefined
}

/** Folds a journal from its first line into new data, in slices. */
export async function foldedFresh(journal: Journal, { until, skipChecks, signal }: FoldedPart): Promise<FreshFold> {
  const data = emptyData(journal.format)
  const index = new RecordIndex()
  const reader = new RecordReader(journal, index)
  const broken = await replay(journal, {
    data,
    until,
    skipChecks,
    onTransaction: ({ offset, transaction }) => {
      signal?.throwIfAborted()
      index.add(offset, transaction.entries)
    },
    entriesBefore: (contractId, before) => reader.recordsOf(contractId, before),
  })
  return { data, index, broken }
}

/** The record that all of a contract's entries make; undefined if the rules refuse one. */
export async function recordOfEntries(
  journal: Journal,
  contractId: string,
  entries: readonly Entry[],
): Promise<ContractRecord | undefined> {
  const data = emptyData(journal.format)
  const transaction = { format: journal.format, seq: 1, at: '', entries }
  const broken = await replay(
    {
      *read() {
        yield { transaction, offset: 0, after: { ...START, position: 1 } }
        return undefined
      },
    },
    { data, onTransaction: () => undefined, entriesBefore: () => [] },
  )
  return broken === undefined ? recordIn(data.contracts, contractId) : undefined
}
