import { type Entry, isOfContract, type JournalRecord } from '../../../shared/contract/events.ts'
import { emptyData, recordIn } from '../checkpoint/checkpoint-data.ts'
import type { ContractRecord } from '../checkpoint/contract-record.ts'
import { after, type ChainLine, START } from '../journal/chain.ts'
import type { Journal, ReadTransaction } from '../journal/journal.ts'
import { replay } from '../reading/replay.ts'
import { headOf } from './digests.ts'

/** Lines that are passed over between two looks at the clock. */
const STEP_LINES = 256

// A quotation mark within a text is escaped, so these are found nowhere else.
const ENTRY = '{"entry":'
const OPENING = '"type":"open-contract"'
/** In a record of something else than a contract: the book, an account. */
const OF = '"of":"'

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
  readonly #wanted: readonly string[]
  /** The contract's entries in the lines that were read before the latest. */
  readonly earlier: Entry[] = []
  end = START
  entries = 0
  opened = 0

  constructor(journal: Journal, contractId: string | undefined) {
    this.#journal = journal
    this.#contractId = contractId
    this.#wanted = [OF, ...(contractId === undefined ? [] : [`"contract":${JSON.stringify(contractId)}`])]
  }

  *read(): Generator<ReadTransaction, undefined> {
    for (const line of this.#journal.lines(this.#journal.length)) {
      this.#count(line)
      const isAbout = this.#wanted.some(text => line.bytes.includes(text))
      // An empty transaction lets the fold look at the clock.
      if (!isAbout && line.position % STEP_LINES !== 0) continue
      const entries = isAbout ? this.#recordsIn(line) : []
      yield {
        transaction: { format: this.#journal.format, seq: line.position, at: '', entries },
        offset: line.offset,
        after: this.end,
      }
      this.earlier.push(...entries.filter(isOfContract))
    }
    return undefined
  }

  #count(line: ChainLine): void {
    const { bytes } = line
    this.end = after(line)
    for (let at = bytes.indexOf(OPENING); at >= 0; at = bytes.indexOf(OPENING, at + 1)) this.opened++
    for (let at = bytes.lastIndexOf(ENTRY); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(ENTRY, at - 1)) {
      const number = Number.parseInt(bytes.toString('latin1', at + ENTRY.length, at + ENTRY.length + 16), 10)
      if (Number.isNaN(number)) continue
      this.entries = number
      break
    }
  }

  #recordsIn({ bytes }: ChainLine): readonly JournalRecord[] {
    const { entries } = this.#journal.transactionIn(bytes)
    return entries.filter(record => !isOfContract(record) || record.contract === this.#contractId)
  }
}
