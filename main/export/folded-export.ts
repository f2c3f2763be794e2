import type { Entry } from '../../shared/contract/events.ts'
import { isOfContract } from '../../shared/contract/events.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { emptyData } from '../book/checkpoint/checkpoint-data.ts'
import { readAt } from '../book/folder/disk.ts'
import { type ChainBreak, START } from '../book/journal/chain.ts'
import type { ReadTransaction } from '../book/journal/journal.ts'
import { transactionOf } from '../book/journal/line.ts'
import { formatOf, MIGRATIONS, migrated } from '../book/journal/migrations.ts'
import { replay } from '../book/reading/replay.ts'
import type { ExportedLine, exportedLines } from './exported-book.ts'

/**
 * A line's position in the file, or a contract's entries if the file does not contain the line
 * verbatim.
 */
type Kept = { readonly start: number; readonly length: number } | readonly Entry[]

/**
 * Reads and folds all lines of an export, in slices: only lines that the rules accept make a book.
 * Calls `take` with each line before folding it; `take` may throw to stop. Returns the refusal of
 * broken or unacceptable lines; undefined if they make a book.
 */
export async function foldedExport(
  file: number,
  lines: ReturnType<typeof exportedLines>,
  take: (line: ExportedLine) => void,
): Promise<Refusal | undefined> {
  const reading = new ExportReading(file, lines, take)
  const broken = await replay(
    { read: () => reading.read() },
    {
      data: emptyData(formatOf(MIGRATIONS)),
      onTransaction: () => undefined,
      entriesBefore: contractId => reading.entriesOf(contractId),
    },
  )
  return broken === undefined ? reading.refusal : refusalOf(broken)
}

function refusalOf({ code, line, params }: ChainBreak): Refusal {
  const variant =
    code === 'unaccepted' ? 'unaccepted-export' : code === 'unknown-record' ? 'newer-export' : 'changed-export'
  return { code: 'unreadable-statement', variant, params: { line, ...params } }
}

/** The lines of an export read as a journal, with an index of each contract's lines. */
class ExportReading {
  readonly #file: number
  readonly #lines: ReturnType<typeof exportedLines>
  readonly #take: (line: ExportedLine) => void
  readonly #kept = new Map<string, Kept[]>()
  /** The refusal that ended the lines; undefined if they are complete. */
  refusal: Refusal | undefined

  constructor(file: number, lines: ReturnType<typeof exportedLines>, take: (line: ExportedLine) => void) {
    this.#file = file
    this.#lines = lines
    this.#take = take
  }

  *read(): Generator<ReadTransaction, undefined> {
    for (let position = 1; ; position++) {
      const next = this.#lines.next()
      if (next.done) {
        this.refusal = next.value
        return undefined
      }
      this.#take(next.value)
      const { hash, bytes, start } = next.value
      const { length } = bytes
      const transaction = migrated(next.value.transaction, MIGRATIONS)
      yield { transaction, offset: 0, after: { ...START, position, hash } }
      const entries = transaction.entries.filter(isOfContract)
      for (const contract of new Set(entries.map(each => each.contract)))
        this.#keep(
          contract,
          start === undefined ? entries.filter(each => each.contract === contract) : { start, length },
        )
    }
  }

  /** A contract's entries before the latest line; a reversal folds them again. */
  entriesOf(contractId: string): readonly Entry[] {
    return (this.#kept.get(contractId) ?? []).flatMap(kept => {
      if (!('start' in kept)) return kept
      const { entries } = migrated(transactionOf(readAt(this.#file, kept.start, kept.length)), MIGRATIONS)
      return entries.filter(isOfContract).filter(each => each.contract === contractId)
    })
  }

  #keep(contract: string, kept: Kept): void {
    const others = this.#kept.get(contract)
    if (others === undefined) this.#kept.set(contract, [kept])
    else others.push(kept)
  }
}
