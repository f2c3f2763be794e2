import type { Entry } from '../../../shared/contract/events.ts'
import { recordIn } from '../checkpoint/checkpoint-data.ts'
import type { RecordIndex } from '../index/record-index.ts'
import type { Transaction } from '../journal/line.ts'
import { RecordReader } from './record-reader.ts'
import type { Ledger, RecordedEntry, RecordsQuery } from './recorded-entries.ts'

const PAGE_ENTRIES = 500

/** An entry as the ledger shows it, a reversal with the entry it reverses. */
export interface ReadEntry extends RecordedEntry {
  readonly reversed?: Entry
}

/** Some of the entries that were asked for, and how many there are in all. */
export interface EntryPage {
  readonly total: number
  readonly rows: readonly ReadEntry[]
}

/**
 * Which entries are asked for: of one contract, dated between `from` and `to` (both included), of
 * the first `upTo` entries of the book.
 */
export interface PagesQuery extends Pick<RecordsQuery, 'contractId' | 'from' | 'to'> {
  readonly upTo?: number
}

/** As they were recorded; or by the day they are dated, and of one day as they were recorded. */
export type EntryOrder = 'recorded' | 'by-day'

/**
 * All entries of a selection, a page at a time, as the book was after `upTo` entries (left out: as
 * it is when the first page is asked for). What is recorded in between is not among them, and what
 * is reversed in between is not yet. Each line of the journal is read once, or nearly, however many
 * entries it holds and whatever the order.
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
  const lines = new LinesAtHand(ledger)
  for (let offset = 0; offset < numbers.length; offset += PAGE_ENTRIES) {
    const known = numbers.slice(offset, offset + PAGE_ENTRIES).flatMap(number => index.entry(number) ?? [])
    lines.fetch(
      known.flatMap(({ transaction, reverses }) => [
        transaction,
        ...(reverses === undefined ? [] : [index.entry(reverses)?.transaction ?? 0]),
      ]),
    )
    const rows = known.map(({ entry: number, transaction, contractId, escrow, reverses, reversedBy }): ReadEntry => {
      const { reference: _, note: __, ...entry } = lines.entry(transaction, number)
      const { entry: ___, ...annotation } =
        recordIn(ledger.data.contracts, contractId)?.annotations.find(each => each.entry === number) ?? {}
      return {
        ...entry,
        ...annotation,
        entry: number,
        at: lines.line(transaction).at,
        escrow,
        ...(reversedBy !== undefined && reversedBy <= last && { reversedBy }),
        ...(reverses !== undefined && {
          reverses,
          reversed: lines.entry(index.entry(reverses)?.transaction ?? 0, reverses),
        }),
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

/**
 * The lines that a page needs, and those of the page before: a line with many entries is read and
 * parsed once for all of them.
 */
class LinesAtHand {
  readonly #reader: RecordReader
  #lines: ReadonlyMap<
    number,
    { readonly transaction: Transaction; readonly entries: ReadonlyMap<number | null, Entry> }
  > = new Map()

  constructor({ journal, index }: Ledger) {
    this.#reader = new RecordReader(journal, index)
  }

  /** Reads the lines of these transactions, and lets go of all others. */
  fetch(transactions: readonly number[]): void {
    const wanted = [...new Set(transactions)].sort((one, other) => one - other)
    const read = this.#reader.transactions(wanted.filter(number => !this.#lines.has(number)))
    const lines = new Map<
      number,
      { readonly transaction: Transaction; readonly entries: ReadonlyMap<number | null, Entry> }
    >()
    for (const number of wanted) {
      const transaction = read.get(number)
      const line =
        transaction === undefined
          ? this.#lines.get(number)
          : { transaction, entries: new Map(transaction.entries.map(each => [each.entry, each])) }
      if (line !== undefined) lines.set(number, line)
    }
    this.#lines = lines
  }

  line(transaction: number): Transaction {
    const line = this.#lines.get(transaction)
    if (line === undefined) throw new Error(`there is no transaction ${transaction}`)
    return line.transaction
  }

  entry(transaction: number, number: number): Entry {
    const entry = this.#lines.get(transaction)?.entries.get(number)
    if (entry === undefined) throw new Error(`entry ${number} is not in its line`)
    return entry
  }
}
