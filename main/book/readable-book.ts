import type { Paper } from '../../shared/contract/paper.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { Slices } from '../scheduling/slices.ts'
import { type AccountRecord, accountIn } from './checkpoint/account-record.ts'
import { recordIn } from './checkpoint/checkpoint-data.ts'
import { type Annotation, type DayFlow, dayFlowOf } from './checkpoint/contract-record.ts'
import type { EntryMoves } from './index/record-index.ts'
import type { OpenFiles } from './open-files.ts'
import { type EntryOrder, type EntryPage, entryPages, type PagesQuery } from './reading/entry-pages.ts'
import { headsAfter, headsNow } from './reading/head-hashes.ts'
import { type ImportedRows, importedRows, importsIn, type RecordedImport } from './reading/imported-rows.ts'
import {
  type Ledger,
  type RecordedEntry,
  type RecordedPage,
  type RecordsQuery,
  recordedEntries,
  recordedPage,
} from './reading/recorded-entries.ts'

/**
 * The queries on an open book: contracts from the live state, entries from the journal. None waits
 * for writes.
 */
export abstract class ReadableBook {
  /** The files that are open now; replaced by a restore. */
  protected abstract readonly files: OpenFiles

  /** The last day of the closed period; null if nothing is closed. */
  get closedUntil(): IsoDate | null {
    return this.files.db.data.book.closedUntil
  }

  /** The papers that were printed or saved, in the order of recording. */
  get papers(): readonly Paper[] {
    return this.files.db.data.book.papers
  }

  /** All contracts but removed ones, in the order they were opened. */
  *contracts(): Generator<ContractState, void> {
    for (const state of this.everyContract()) if (!state.removed) yield state
  }

  /** A contract by its id; undefined if there is none, or it was removed. */
  contract(contractId: string): ContractState | undefined {
    const state = this.anyContract(contractId)
    return state?.removed ? undefined : state
  }

  /** All contracts, removed ones too: their entries stay in the ledger. */
  *everyContract(): Generator<ContractState, void> {
    const { contracts } = this.files.db.data
    for (const id in contracts) {
      const state = this.anyContract(id)
      if (state !== undefined) yield state
    }
  }

  /** A contract by its id, even if it was removed; undefined if there is none. */
  anyContract(contractId: string): ContractState | undefined {
    return recordIn(this.files.db.data.contracts, contractId)?.state
  }

  /** All accounts, archived ones too, in the order they were opened. */
  accounts(): readonly AccountRecord[] {
    return Object.values(this.files.db.data.accounts)
  }

  /** An account by its id; undefined if there is none. */
  account(accountId: string): AccountRecord | undefined {
    return accountIn(this.files.db.data.accounts, accountId)
  }

  /** The money a contract moved on each day, by date, without reversed entries. */
  flows(contractId: string): readonly DayFlow[] {
    return recordIn(this.files.db.data.contracts, contractId)?.flows.map(dayFlowOf) ?? []
  }

  /** The current references and notes of a contract's entries. */
  annotations(contractId: string): readonly Annotation[] {
    return recordIn(this.files.db.data.contracts, contractId)?.annotations ?? []
  }

  /** An entry by its number. Throws a RangeError if there is none. */
  async record(entry: number): Promise<RecordedEntry> {
    const [found] = recordedEntries(await this.#ledger(), [entry])
    if (found === undefined) throw new RangeError(`there is no entry ${entry}`)
    return found
  }

  /** Entries by their numbers, ascending, read together. Throws a RangeError if there is none. */
  async recordsAt(entries: readonly number[]): Promise<readonly RecordedEntry[]> {
    return recordedEntries(await this.#ledger(), entries)
  }

  /** A page of entries in the order they were recorded. */
  async records(query: RecordsQuery = {}): Promise<RecordedPage> {
    return recordedPage(await this.#ledger(), query)
  }

  /** Yields all entries of a contract, a period or the book, a page at a time. */
  async *pages(query: PagesQuery = {}, order: EntryOrder = 'recorded'): AsyncGenerator<EntryPage, void> {
    yield* entryPages(await this.#ledger(), query, order)
  }

  /**
   * The entry that stands for `entry` today: the one that corrections replaced it by, or itself. It
   * may be reversed.
   */
  async entryToday(entry: number): Promise<number> {
    return (await this.#ledger()).index.today(entry)
  }

  /** The money each entry moved and its date, from memory, without reading the journal. */
  async moves(): Promise<EntryMoves> {
    return (await this.#ledger()).index
  }

  /**
   * The heads the book has had with exactly this number of entries, oldest first, which statements
   * printed then name. Empty if it never had that number.
   */
  async headsAfter(entries: number): Promise<readonly string[]> {
    return headsAfter(await this.#ledger(), entries)
  }

  /**
   * The heads that name the history as it is now: that of the last line, and those before it that
   * only papers followed.
   */
  async headsNow(): Promise<readonly string[]> {
    return headsNow(await this.#ledger())
  }

  /** The numbers of the lines that are imports of statements, in order. */
  async importLines(): Promise<readonly number[]> {
    return (await this.#ledger()).index.imports.lines
  }

  /** The imports with these line numbers, which must be in ascending order. */
  async imports(lines: readonly number[]): Promise<readonly RecordedImport[]> {
    const slices = new Slices()
    const found: RecordedImport[] = []
    for (const each of importsIn(await this.#ledger(), lines)) {
      found.push(each)
      await slices.next()
    }
    return found
  }

  /** The rows of statements that imports recorded or left, by the rows' own ids. */
  async importedRows(): Promise<ImportedRows> {
    return importedRows(await this.#ledger())
  }

  async #ledger(): Promise<Ledger> {
    const { journal, db, indexing } = this.files
    return { journal, index: await indexing.ready, data: db.data }
  }
}
