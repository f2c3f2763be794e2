import { type Entry, isOfBook, isOfContract } from '../../../shared/contract/events.ts'
import type { StatementImport } from '../../../shared/contract/statement-import.ts'
import { reversedBy } from '../../escrow/history.ts'
import { Slices } from '../../scheduling/slices.ts'
import { referenceOf } from '../index/import-lines.ts'
import type { RecordIndex } from '../index/record-index.ts'
import type { Transaction } from '../journal/line.ts'
import { RecordReader } from './record-reader.ts'
import type { Ledger } from './recorded-entries.ts'

/**
 * An import in the journal: the number of its line, the moment it was recorded (ISO 8601, UTC) and
 * by whom on a shared book, and what it keeps of the statement, undefined if it was recorded before
 * imports kept it.
 */
export interface RecordedImport {
  readonly import: number
  readonly at: string
  readonly by?: string
  readonly kept: StatementImport | undefined
  /** The records of its rows. */
  readonly records: readonly Entry[]
  /** When and by whom it was taken back, if it was, and how many of its entries went. */
  readonly takenBack?: { readonly at: string; readonly by?: string; readonly entries: number }
}

/** The import that left a row of a statement, and whether the person left it out. */
export interface LeftRow {
  readonly import: number
  readonly at: string
  readonly byPerson: boolean
}

/** The rows of statements that imports have met, by the rows' own ids; none of those taken back. */
export interface ImportedRows {
  /**
   * The entries that imports recorded from rows of this id, as corrections left them; they may be
   * reversed. None of an entry that a person or an annotation gave the reference.
   */
  entriesFrom(id: string): readonly number[]
  /** The latest import that left a row of this id; undefined if none did, or a later one took it. */
  leftBy(id: string): LeftRow | undefined
}

/** The rows of one import by their ids; the entry of an annotation is 0. */
interface RowsOfImport {
  readonly at: string
  readonly taken: readonly (readonly [id: string, entry: number])[]
  readonly left: readonly string[]
  readonly open: readonly string[]
}

/** Lines never change, so each is read once. */
const known = new WeakMap<RecordIndex, Map<number, RowsOfImport>>()

/** Reads imports by the numbers of their lines, which must be in ascending order. */
export function* importsIn(
  { journal, index }: Pick<Ledger, 'journal' | 'index'>,
  lines: readonly number[],
): Generator<RecordedImport, void> {
  const reader = new RecordReader(journal, index)
  for (const line of lines) {
    const transaction = reader.transactions([line]).get(line)
    if (transaction === undefined) continue
    const by = index.imports.at(line)?.takenBackBy
    const taking = by === undefined ? undefined : reader.transactions([by]).get(by)
    const found = importOf(line, transaction)
    yield taking === undefined ? found : { ...found, takenBack: takenBackIn(found, taking, index) }
  }
}

function takenBackIn(
  { records }: RecordedImport,
  { at, by, entries }: Transaction,
  index: RecordIndex,
): NonNullable<RecordedImport['takenBack']> {
  const own = new Set(records.map(({ entry }) => entry))
  const reversed = entries.filter(isOfContract).flatMap(record => reversedBy(record) ?? [])
  const gone = reversed.filter(entry => own.has(index.first(entry)))
  return { at, ...(by !== undefined && { by }), entries: gone.length }
}

function importOf(line: number, { at, by, entries }: Transaction): RecordedImport {
  const events = entries.filter(isOfBook).flatMap(record => record.events)
  return {
    import: line,
    at,
    ...(by !== undefined && { by }),
    kept: events.find(event => event.type === 'statement-applied'),
    records: entries.filter(isOfContract),
  }
}

/** The rows that the imports of a book have met, in slices. */
export async function importedRows(ledger: Ledger): Promise<ImportedRows> {
  const { index } = ledger
  const rows = known.get(index) ?? new Map<number, RowsOfImport>()
  known.set(index, rows)
  const slices = new Slices()
  for (const each of importsIn(
    ledger,
    index.imports.lines.filter(line => !rows.has(line)),
  )) {
    rows.set(each.import, rowsOf(each))
    await slices.next()
  }
  const entries = new Map<string, number[]>()
  const left = new Map<string, LeftRow>()
  for (const line of index.imports.lines) {
    const of = rows.get(line)
    if (of === undefined || index.imports.at(line)?.takenBackBy !== undefined) continue
    for (const [id, entry] of of.taken) {
      left.delete(id)
      if (entry === 0) continue
      const same = entries.get(id)
      if (same === undefined) entries.set(id, [index.today(entry)])
      else same.push(index.today(entry))
    }
    for (const id of of.left) left.set(id, { import: line, at: of.at, byPerson: true })
    for (const id of of.open) left.set(id, { import: line, at: of.at, byPerson: false })
    if (slices.areOver) await slices.next()
  }
  return { entriesFrom: id => entries.get(id) ?? [], leftBy: id => left.get(id) }
}

function rowsOf({ at, kept, records }: RecordedImport): RowsOfImport {
  const taken = records.flatMap(record => {
    const id = referenceOf(record)?.trim()
    return id === undefined ? [] : [[id, record.entry ?? 0] as const]
  })
  return { at, taken, left: kept?.left ?? [], open: kept?.open ?? [] }
}
