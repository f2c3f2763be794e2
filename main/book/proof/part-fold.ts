import { type Entry, isOfContract, type JournalRecord } from '../../../shared/contract/events.ts'
import { emptyData, recordIn } from '../checkpoint/checkpoint-data.ts'
import type { ContractRecord } from '../checkpoint/contract-record.ts'
import { START } from '../journal/chain.ts'
import type { Journal, ReadTransaction } from '../journal/journal.ts'
import { claimedHashOf } from '../journal/sealed-text.ts'
import { replay } from '../reading/replay.ts'
import { headOf } from './digests.ts'

/** Read at once: a search in so many bytes takes well under a millisecond. */
const BLOCK_BYTES = 1 << 20
const NEWLINE = 0x0a

// A quotation mark within a text is escaped, so these are found nowhere else.
const ENTRY = Buffer.from('{"entry":')
const OPENING = Buffer.from('"type":"open-contract"')
/** In a record of something else than a contract: the book, an account. */
const OF = Buffer.from('"of":"')

/** One contract of a book and the book's head, folded without the other contracts. */
export interface PartFold {
  readonly record: ContractRecord | undefined
  /** As `headOf` makes it of the whole book. */
  readonly head: string
  /** The number of contracts that were opened. */
  readonly opened: number
}

/**
 * Folds one contract, and all that is not of a contract, in slices. Parses only the lines about
 * them, which takes a fraction of a whole fold. Undefined if the lines make no book.
 */
export async function partFold(journal: Journal, contractId: string | undefined): Promise<PartFold | undefined> {
  const data = emptyData(journal.format)
  const lines = new LinesAbout(journal, contractId)
  try {
    const broken = await replay(
      { read: () => lines.read() },
      { data, onTransaction: () => undefined, entriesBefore: () => [...lines.earlier] },
    )
    if (broken !== undefined) return undefined
  } catch {
    return undefined
  }
  const { end, entries, opened } = lines
  const head = headOf({ ...data, ...end, entries })
  return { record: contractId === undefined ? undefined : recordIn(data.contracts, contractId), head, opened }
}

/** Reads the lines about a contract or about none, and counts what is in the others. */
class LinesAbout {
  readonly #journal: Journal
  readonly #contractId: string | undefined
  readonly #wanted: readonly Buffer[]
  /** The contract's entries in the lines that were read before the latest. */
  readonly earlier: Entry[] = []
  /** The position after the lines that were read. */
  end = START
  entries = 0
  opened = 0

  constructor(journal: Journal, contractId: string | undefined) {
    this.#journal = journal
    this.#contractId = contractId
    this.#wanted = [OF, ...(contractId === undefined ? [] : [Buffer.from(`"contract":${JSON.stringify(contractId)}`)])]
  }

  *read(): Generator<ReadTransaction, undefined> {
    const { format } = this.#journal
    for (const block of this.#blocks()) {
      this.#count(block)
      for (const line of this.#linesIn(block)) {
        const entries = this.#recordsIn(line)
        yield { transaction: { format, seq: 1, at: '', entries }, offset: 0, after: START }
        this.earlier.push(...entries.filter(isOfContract))
      }
      // An empty transaction lets the fold look at the clock.
      yield { transaction: { format, seq: 1, at: '', entries: [] }, offset: 0, after: START }
    }
    return undefined
  }

  /** Whole lines, about a block at a time. */
  *#blocks(): Generator<Buffer, void> {
    const { length } = this.#journal
    for (let from = 0, wanted = BLOCK_BYTES; from < length; ) {
      const bytes = this.#journal.bytes(from, Math.min(wanted, length - from))
      const end = bytes.lastIndexOf(NEWLINE) + 1
      if (bytes.length === 0) return
      if (end === 0) wanted *= 2
      else {
        yield bytes.subarray(0, end)
        from += end
        wanted = BLOCK_BYTES
      }
    }
  }

  #count(block: Buffer): void {
    let { position } = this.end
    for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, at + 1)) position++
    const hash = claimedHashOf(block.subarray(0, -1))
    this.end = { position, offset: this.end.offset + block.length, hash }
    for (let at = block.indexOf(OPENING); at >= 0; at = block.indexOf(OPENING, at + 1)) this.opened++
    for (let at = block.lastIndexOf(ENTRY); at >= 0; at = at === 0 ? -1 : block.lastIndexOf(ENTRY, at - 1)) {
      const number = Number.parseInt(block.toString('latin1', at + ENTRY.length, at + ENTRY.length + 16), 10)
      if (Number.isNaN(number)) continue
      this.entries = number
      break
    }
  }

  /** The wanted lines of a block, in order. */
  #linesIn(block: Buffer): readonly Buffer[] {
    const starts = new Set<number>()
    for (const text of this.#wanted)
      for (let at = block.indexOf(text); at >= 0; ) {
        starts.add(block.lastIndexOf(NEWLINE, at) + 1)
        const end = block.indexOf(NEWLINE, at)
        at = block.indexOf(text, end)
      }
    return [...starts]
      .sort((one, other) => one - other)
      .map(start => block.subarray(start, block.indexOf(NEWLINE, start)))
  }

  #recordsIn(line: Buffer): readonly JournalRecord[] {
    const { entries } = this.#journal.transactionIn(line)
    return entries.filter(record => !isOfContract(record) || record.contract === this.#contractId)
  }
}
