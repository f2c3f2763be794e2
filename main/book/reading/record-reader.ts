import { type Entry, isOfContract } from '../../../shared/contract/events.ts'
import type { RecordIndex } from '../index/record-index.ts'
import type { Journal } from '../journal/journal.ts'
import type { Transaction } from '../journal/line.ts'
import { firstLineIn } from '../journal/line-reader.ts'

/**
 * Lines that are at most this far apart are read at once: a system call costs about as much as
 * copying this many bytes.
 */
const GAP_BYTES = 8 << 10
const MOST_BYTES = 1 << 20

/** The bytes of a line in the file, with its newline. */
interface Span {
  readonly transaction: number
  readonly start: number
  readonly end: number
}

/** Reads transactions of a journal by their numbers, through the index. */
export class RecordReader {
  readonly #journal: Journal
  readonly #index: RecordIndex

  constructor(journal: Journal, index: RecordIndex) {
    this.#journal = journal
    this.#index = index
  }

  /** The transactions with these numbers, which must be in ascending order. */
  transactions(numbers: readonly number[]): ReadonlyMap<number, Transaction> {
    const found = new Map<number, Transaction>()
    let run: Span[] = []
    const read = (): void => {
      const start = run[0]?.start ?? 0
      const bytes = this.#journal.bytes(start, (run.at(-1)?.end ?? 0) - start)
      for (const span of run)
        found.set(
          span.transaction,
          this.#journal.transactionIn(firstLineIn(bytes.subarray(span.start - start, span.end - start - 1))),
        )
      run = []
    }
    for (const number of numbers) {
      const span = this.#span(number)
      const [first, last] = [run[0], run.at(-1)]
      if (
        first !== undefined &&
        last !== undefined &&
        (span.start - last.end > GAP_BYTES || span.end - first.start > MOST_BYTES)
      )
        read()
      run.push(span)
    }
    if (run.length > 0) read()
    return found
  }

  /** The entries about a contract in the transactions before `before`, in order. */
  recordsOf(contractId: string, before = Number.POSITIVE_INFINITY): readonly Entry[] {
    const numbers = this.#index.transactionsOf(contractId).filter(number => number < before)
    const transactions = this.transactions(numbers)
    const records = numbers.flatMap(number => transactions.get(number)?.entries ?? [])
    return records.filter(isOfContract).filter(({ contract }) => contract === contractId)
  }

  #span(transaction: number): Span {
    const start = this.#index.offsetOf(transaction)
    if (start === undefined) throw new Error(`there is no transaction ${transaction}`)
    return { transaction, start, end: this.#index.offsetOf(transaction + 1) ?? this.#journal.length }
  }
}
