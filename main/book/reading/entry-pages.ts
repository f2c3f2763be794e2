import { type Entry, isOfContract } from '../../../shared/contract/events.ts'
import type { RecordIndex } from '../index/record-index.ts'
import type { Transaction } from '../journal/line.ts'
import { RecordReader } from './record-reader.ts'
import { type Ledger, type RecordedEntry, type RecordsQuery, recordedEntry } from './recorded-entries.ts'

const PAGE_ENTRIES = 500

/** An entry as the ledger shows it; a reversal comes with the entry it reverses. */
export interface ReadEntry extends RecordedEntry {
  readonly reversed?: Entry
}

/** A page of the selected entries, and the number of all that are selected. */
export interface EntryPage {
  readonly total: number
  readonly rows: readonly ReadEntry[]
}

/**
 * A selection of entries: of one contract, dated from `from` to `to` (inclusive), among the first
 * `upTo` entries of the book.
 */
export interface PagesQuery extends Pick<RecordsQuery, 'contractId' | 'from' | 'to'> {
  readonly upTo?: number
}

/** In the order of recording; or by date, and within a day in the order of recording. */
export type EntryOrder = 'recorded' | 'by-day'

/**
 * Yields all entries of a selection, a page at a time, as the book was after `upTo` entries (by
 * default as it is when the first page is requested): what is recorded or reversed between pages
 * does not show. Reads each line of the journal about once, however many entries it holds and
 * whatever the order.
 */
export function* entryPages(
  ledger: Ledger,
  { contractId, from, to, upTo = Number.POSITIVE_INFINITY }: PagesQuery,
  order: EntryOrder,
): Generator<EntryPage, void> {
  const { index } = ledger
  const last = Math.min(index.entries, upTo)
  const recorded = index.entriesOf(contractId, from, to).filter(number => number <= last)
  const numbers = order === 'recorded' ? recorded : byDay(index, recorded)
  const lines = new PageLines(ledger)
  for (let offset = 0; offset < numbers.length; offset += PAGE_ENTRIES) {
    const known = numbers.slice(offset, offset + PAGE_ENTRIES).flatMap(number => index.entry(number) ?? [])
    const lineOf = (entry: number): number => index.entry(entry)?.transaction ?? 0
    lines.fetch(
      known.flatMap(({ transaction, reverses }) => [
        transaction,
        ...(reverses === undefined ? [] : [lineOf(reverses)]),
      ]),
    )
    const rows = known.map(({ reversedBy, ...indexed }): ReadEntry => {
      const { entry, transaction, reverses } = indexed
      const reversal = reversedBy !== undefined && reversedBy <= last ? { reversedBy } : {}
      return {
        ...recordedEntry(ledger, { ...indexed, ...reversal }, lines.entry(transaction, entry), lines.at(transaction)),
        ...(reverses !== undefined && { reversed: lines.entry(lineOf(reverses), reverses) }),
      }
    })
    yield { total: numbers.length, rows }
  }
}

function byDay(index: RecordIndex, numbers: readonly number[]): readonly number[] {
  const days = new Map<string, number[]>()
  for (const number of numbers) {
    const day = index.dayOf(number)
    const sameDay = days.get(day)
    if (sameDay === undefined) days.set(day, [number])
    else sameDay.push(number)
  }
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, sameDay]) => sameDay)
}

/** A parsed line, with its entries by number. */
interface PageLine {
  readonly at: string
  readonly entries: ReadonlyMap<number | null, Entry>
}

/**
 * The lines of a page. Lines that the page before needed too are kept, so that a line with many
 * entries is read and parsed once for all of them.
 */
class PageLines {
  readonly #reader: RecordReader
  #lines: ReadonlyMap<number, PageLine> = new Map()

  constructor({ journal, index }: Ledger) {
    this.#reader = new RecordReader(journal, index)
  }

  /** Reads the lines of these transactions, and drops all others. */
  fetch(transactions: readonly number[]): void {
    const wanted = [...new Set(transactions)].sort((one, other) => one - other)
    const read = this.#reader.transactions(wanted.filter(number => !this.#lines.has(number)))
    const lines = new Map<number, PageLine>()
    for (const number of wanted) {
      const transaction = read.get(number)
      const line = transaction === undefined ? this.#lines.get(number) : pageLine(transaction)
      if (line !== undefined) lines.set(number, line)
    }
    this.#lines = lines
  }

  /** The moment a transaction was recorded. */
  at(transaction: number): string {
    const line = this.#lines.get(transaction)
    if (line === undefined) throw new Error(`there is no transaction ${transaction}`)
    return line.at
  }

  /** An entry of a transaction. */
  entry(transaction: number, number: number): Entry {
    const entry = this.#lines.get(transaction)?.entries.get(number)
    if (entry === undefined) throw new Error(`entry ${number} is not in its line`)
    return entry
  }
}

function pageLine({ at, entries }: Transaction): PageLine {
  return { at, entries: new Map(entries.filter(isOfContract).map(each => [each.entry, each])) }
}
