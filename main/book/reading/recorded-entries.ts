import type { Entry } from '../../../shared/contract/events.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { Minor } from '../../../shared/money/money.ts'
import { type BookData, recordIn } from '../checkpoint/checkpoint-data.ts'
import type { RecordIndex } from '../index/record-index.ts'
import type { Journal } from '../journal/journal.ts'
import { RecordReader } from './record-reader.ts'

/**
 * An entry as the ledger shows it: with the moment it was recorded (ISO 8601, UTC), the contract's
 * escrow after it, and its current reference and note.
 */
export interface RecordedEntry extends Entry {
  readonly entry: number
  readonly at: string
  readonly escrow: Minor
  readonly reverses?: number
  readonly reversedBy?: number
}

/** Some of the entries that were asked for, oldest first, and how many there are in all. */
export interface RecordedPage {
  readonly total: number
  readonly rows: readonly RecordedEntry[]
}

/**
 * Which entries are asked for: of one contract, dated between `from` and `to` (both included), from
 * `offset` on, at most `limit`.
 */
export interface RecordsQuery {
  readonly contractId?: string | undefined
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

/** Where recorded entries are read from. */
export interface Ledger {
  readonly journal: Journal
  readonly index: RecordIndex
  readonly data: BookData
}

/** The asked page of entries, in the order they were recorded. */
export function recordedPage(
  ledger: Ledger,
  { contractId, from, to, offset = 0, limit = Number.POSITIVE_INFINITY }: RecordsQuery,
): RecordedPage {
  const { index } = ledger
  if (contractId === undefined && from === undefined && to === undefined) {
    // Entries are numbered without gaps: no list of all of them is needed to know a page of it.
    const total = index.entries
    const length = Math.max(0, Math.min(limit, total - offset))
    return {
      total,
      rows: recordedEntries(
        ledger,
        Array.from({ length }, (_, place) => offset + place + 1),
      ),
    }
  }
  const entries = index.entriesOf(contractId, from, to)
  return { total: entries.length, rows: recordedEntries(ledger, entries.slice(offset, offset + limit)) }
}

/**
 * The entries with these numbers, in ascending order, as the ledger shows them. Throws where there
 * is none of a number.
 */
export function recordedEntries({ journal, index, data }: Ledger, numbers: readonly number[]): RecordedEntry[] {
  const known = numbers.map(number => {
    const entry = index.entry(number)
    if (entry === undefined) throw new RangeError(`there is no entry ${number}`)
    return entry
  })
  const transactions = new RecordReader(journal, index).transactions([
    ...new Set(known.map(({ transaction }) => transaction)),
  ])
  return known.map(({ entry: number, transaction, contractId, escrow, ...links }) => {
    const line = transactions.get(transaction)
    const entry = line?.entries.find(each => each.entry === number)
    if (line === undefined || entry === undefined) throw new Error(`entry ${number} is not in its line`)
    const { reference: _, note: __, ...rest } = entry
    const { entry: ___, ...annotation } =
      recordIn(data.contracts, contractId)?.annotations.find(each => each.entry === number) ?? {}
    return { ...rest, ...annotation, entry: number, at: line.at, escrow, ...links }
  })
}
