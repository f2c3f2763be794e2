import { type Entry, isOfContract } from '../../../shared/contract/events.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { Minor } from '../../../shared/money/money.ts'
import { type BookData, recordIn } from '../checkpoint/checkpoint-data.ts'
import type { Annotation } from '../checkpoint/contract-record.ts'
import type { IndexedEntry, RecordIndex } from '../index/record-index.ts'
import type { Journal } from '../journal/journal.ts'
import { RecordReader } from './record-reader.ts'

/**
 * An entry as the ledger shows it: with the moment (ISO 8601, UTC) and the transaction (the number
 * of its line) in which it was recorded, the contract's escrow after it in minor units, and its
 * current reference and note.
 */
export interface RecordedEntry extends Entry {
  readonly entry: number
  readonly at: string
  readonly transaction: number
  readonly escrow: Minor
  readonly reverses?: number
  readonly reversedBy?: number
}

/** A page of the selected entries, oldest first, and the number of all that are selected. */
export interface RecordedPage {
  readonly total: number
  readonly rows: readonly RecordedEntry[]
}

/**
 * A page of entries: of one contract, dated from `from` to `to` (inclusive), starting at `offset`,
 * at most `limit`.
 */
export interface RecordsQuery {
  readonly contractId?: string | undefined
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

/** The sources that recorded entries are read from. */
export interface Ledger {
  readonly journal: Journal
  readonly index: RecordIndex
  readonly data: BookData
}

/** A page of entries in the order they were recorded. */
export function recordedPage(
  ledger: Ledger,
  { contractId, from, to, offset = 0, limit = Number.POSITIVE_INFINITY }: RecordsQuery,
): RecordedPage {
  const { index } = ledger
  if (contractId === undefined && from === undefined && to === undefined && index.isOfContractsAlone) {
    // Entries are numbered without gaps, so a page of the whole book needs no list of all numbers.
    const total = index.entries
    const length = Math.max(0, Math.min(limit, total - offset))
    const numbers = Array.from({ length }, (_, i) => offset + i + 1)
    return { total, rows: recordedEntries(ledger, numbers) }
  }
  const entries = selected(index, contractId, from, to)
  return { total: entries.length, rows: recordedEntries(ledger, entries.slice(offset, offset + limit)) }
}

/** The latest selection from each index: a list is asked for page by page. */
const latest = new WeakMap<RecordIndex, { readonly name: string; readonly entries: readonly number[] }>()

function selected(index: RecordIndex, ...selection: Parameters<RecordIndex['entriesOf']>): readonly number[] {
  const name = [index.entries, ...selection].join(' ')
  const known = latest.get(index)
  if (known?.name === name) return known.entries
  const entries = index.entriesOf(...selection)
  latest.set(index, { name, entries })
  return entries
}

/**
 * The entries with these numbers, which must be in ascending order. Throws if there is no such
 * entry.
 */
export function recordedEntries(ledger: Ledger, numbers: readonly number[]): RecordedEntry[] {
  const { journal, index } = ledger
  const known = numbers.map(number => {
    const entry = index.entry(number)
    if (entry === undefined) throw new RangeError(`there is no entry ${number}`)
    return entry
  })
  const transactions = new RecordReader(journal, index).transactions([
    ...new Set(known.map(({ transaction }) => transaction)),
  ])
  return known.map(indexed => {
    const line = transactions.get(indexed.transaction)
    const entry = line?.entries.filter(isOfContract).find(each => each.entry === indexed.entry)
    if (line === undefined || entry === undefined) throw new Error(`entry ${indexed.entry} is not in its line`)
    return recordedEntry(ledger, indexed, entry, line.at)
  })
}

/** The facts of an entry that never change, all of which a recorded entry must copy. */
type Facts = { readonly [K in Exclude<keyof Entry, 'entry' | 'reference' | 'note' | 'corrects'>]-?: Entry[K] }

/**
 * Joins an entry from its line, recorded at `at`, with its place in the index and its annotation.
 */
export function recordedEntry(
  { data }: Ledger,
  { entry: number, transaction, contractId, escrow, reverses, reversedBy, corrects }: IndexedEntry,
  { contract, type, on, events }: Entry,
  at: string,
): RecordedEntry {
  const { reference, note } =
    recordIn(data.contracts, contractId)?.annotations.find(each => each.entry === number) ?? NO_ANNOTATION
  return {
    entry: number,
    contract,
    type,
    on,
    events,
    at,
    transaction,
    escrow,
    ...(reference !== undefined && { reference }),
    ...(note !== undefined && { note }),
    ...(reverses !== undefined && { reverses }),
    ...(reversedBy !== undefined && { reversedBy }),
    ...(corrects !== undefined && { corrects }),
  } satisfies Facts & RecordedEntry
}

const NO_ANNOTATION: Partial<Annotation> = {}
