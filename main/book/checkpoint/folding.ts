import { type Entry, isOfAccount, isOfBook, isOfContract, type JournalRecord } from '../../../shared/contract/events.ts'
import { bookFolded } from '../../escrow/book-state.ts'
import { ContractHistory, reversedBy, STATES_KEPT } from '../../escrow/history.ts'
import { accountFolded, accountIn } from './account-record.ts'
import { type BookData, recordIn } from './checkpoint-data.ts'
import { type ContractRecord, recordFolded } from './contract-record.ts'

/** The history of the contract that was reversed or corrected last. */
interface KnownHistory {
  /** The state of the live record that it belongs to. */
  readonly of: ContractRecord['state']
  readonly history: ContractHistory
  /** The number of records that were added since the last reversal. */
  readonly added: number
}

/**
 * Folds the records of contracts one after another. Keeps the history of the contract that was
 * reversed last, so that reversals that follow each other fold its records once.
 */
export class ContractFolder {
  #known: KnownHistory | undefined

  /** A folder that knows what another one knows, and goes its own way from there. */
  constructor(other?: ContractFolder) {
    if (other !== undefined) this.#known = other.#known
  }

  /**
   * The contract's record after one more entry. `records` are all of its records before that one;
   * needed for a reversal unless it `isReady`. Throws if the entry cannot follow or money would not
   * be conserved.
   */
  folded(record: ContractRecord | undefined, entry: Entry, records: () => readonly Entry[]): ContractRecord {
    const reversed = reversedBy(entry)
    if (record === undefined || reversed === undefined) {
      const after = recordFolded(record, entry)
      if (this.#known !== undefined && this.#known.of === record?.state) this.#extend(this.#known, entry, after.state)
      return after
    }
    const without = this.historyOf(record, records).withoutLatest()
    if (without?.reversed.entry !== reversed)
      throw new Error(`entry ${reversed} of ${entry.contract} is not its latest`)
    const { state } = without.history
    this.#known = { of: state, history: without.history, added: 0 }
    return recordFolded(record, entry, { reversed: without.reversed, state })
  }

  /** True if a reversal on the contract can be folded without its records. */
  isReady(record: ContractRecord | undefined): boolean {
    return this.#known !== undefined && this.#known.of === record?.state && this.#known.history.canReverse
  }

  /**
   * The history of a contract, with the states before its latest `reach` entries; folded from all
   * its records if it is not known that far.
   */
  historyOf(record: ContractRecord, records: () => readonly Entry[], reach = 1): ContractHistory {
    const known = this.#known?.of === record.state ? this.#known.history : undefined
    return known?.reaches(reach) ? known : this.#unfolded(record, records)
  }

  /** Lets a history go that no reversal has asked for in a long time: every record adds a state. */
  #extend({ history, added }: KnownHistory, entry: Entry, after: ContractRecord['state']): void {
    this.#known = added < STATES_KEPT ? { of: after, history: history.with(entry, after), added: added + 1 } : undefined
  }

  #unfolded(record: ContractRecord, records: () => readonly Entry[]): ContractHistory {
    const history = ContractHistory.of(records())
    this.#known = { of: record.state, history, added: 0 }
    return history
  }
}

/**
 * Folds one record of the journal into the live state. `records` are as in `ContractFolder`. Throws
 * if the record cannot follow, or if this version does not know what it is about.
 */
export function foldRecord(
  data: BookData,
  record: JournalRecord,
  folder: ContractFolder,
  records: () => readonly Entry[],
): void {
  if (isOfContract(record)) {
    const { contract, entry } = record
    data.contracts[contract] = folder.folded(recordIn(data.contracts, contract), record, records)
    data.entries = entry ?? data.entries
  } else if (isOfBook(record)) data.book = bookFolded(data.book, record)
  else if (isOfAccount(record)) {
    const { of, entry } = record
    data.accounts[of] = accountFolded(accountIn(data.accounts, of), record)
    data.entries = entry ?? data.entries
  } else throw new Error('a record of something that this version does not know')
}
