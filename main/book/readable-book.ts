import type { ContractState } from '../escrow/contract/state.ts'
import { type Annotation, type DayFlow, dayFlowOf, recordIn } from './checkpoint/checkpoint-data.ts'
import type { EntryMoves } from './index/record-index.ts'
import type { OpenFiles } from './opening.ts'
import { type EntryOrder, type EntryPage, entryPages, type PagesQuery } from './reading/entry-pages.ts'
import { headsAfter } from './reading/head-hashes.ts'
import {
  type Ledger,
  type RecordedEntry,
  type RecordedPage,
  type RecordsQuery,
  recordedEntries,
  recordedPage,
} from './reading/recorded-entries.ts'

/**
 * What an open book can be asked for: its contracts out of the live state, its entries out of the
 * journal. None of it waits for what is being written.
 */
export abstract class ReadableBook {
  /** The files that are open now. */
  protected abstract readonly files: OpenFiles;

  /** All contracts, in the order they were opened. */
  *contracts(): Generator<ContractState, void> {
    for (const id in this.files.db.data.contracts) {
      const state = this.contract(id)
      if (state !== undefined) yield state
    }
  }

  /** One contract; undefined when there is none of that id. */
  contract(contractId: string): ContractState | undefined {
    return recordIn(this.files.db.data.contracts, contractId)?.state
  }

  /** What moved on each day of a contract, by day; reversed entries left out. */
  flows(contractId: string): readonly DayFlow[] {
    return recordIn(this.files.db.data.contracts, contractId)?.flows.map(dayFlowOf) ?? []
  }

  /** The entries of a contract that have a reference or a note now. */
  annotations(contractId: string): readonly Annotation[] {
    return recordIn(this.files.db.data.contracts, contractId)?.annotations ?? []
  }

  /** One entry by its number. Throws a RangeError where there is none. */
  async record(entry: number): Promise<RecordedEntry> {
    const [found] = recordedEntries(await this.#ledger(), [entry])
    if (found === undefined) throw new RangeError(`there is no entry ${entry}`)
    return found
  }

  /** Entries in the order they were recorded, a page of them. */
  async records(query: RecordsQuery = {}): Promise<RecordedPage> {
    return recordedPage(await this.#ledger(), query)
  }

  /**
   * All entries of a contract, of a period or of the book, a page at a time: for what goes through
   * many.
   */
  async *pages(query: PagesQuery = {}, order: EntryOrder = 'recorded'): AsyncGenerator<EntryPage, void> {
    yield* entryPages(await this.#ledger(), query, order)
  }

  /**
   * What each entry moved and when, as far as it is kept in memory: for what looks at many entries
   * and reads none.
   */
  async moves(): Promise<EntryMoves> {
    return (await this.#ledger()).index
  }

  /**
   * The hashes at which the book had exactly so many entries, oldest first: what a statement
   * printed then names. None where it never had that many.
   */
  async headsAfter(entries: number): Promise<readonly string[]> {
    return headsAfter(await this.#ledger(), entries)
  }

  async #ledger(): Promise<Ledger> {
    const { journal, db, indexing } = this.files
    return { journal, index: await indexing.ready, data: db.data }
  }
}
