import type { AccountEntry } from '../../shared/account/events.ts'
import type { RecordedCommand } from '../../shared/contract/commands.ts'
import type { Entry, JournalRecord } from '../../shared/contract/events.ts'
import { type BookRecord, isOfContract } from '../../shared/contract/events.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { type BookState, bookFolded } from '../escrow/book-state.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { type Context, type Decision, decide } from '../escrow/decide.ts'
import type { ContractHistory } from '../escrow/history.ts'
import { AccountDraft, type AroundAccounts } from './account-draft.ts'
import { recordIn } from './checkpoint/checkpoint-data.ts'
import type { ContractRecord } from './checkpoint/contract-record.ts'
import { ContractFolder } from './checkpoint/folding.ts'
import type { Drafted, StateBefore } from './drafted.ts'
import type { Refused } from './faults/store-refusal.ts'
import { contractIdOf } from './index/subjects.ts'
import type { ImportBefore } from './reading/import-before.ts'

/**
 * The records of a transaction that is not written yet, and what they affect as it is after them.
 * The state before it is not changed.
 */
export class Draft {
  readonly records: JournalRecord[] = []
  readonly contracts = new Map<string, ContractRecord>()
  readonly accounts: AccountDraft
  protected readonly before: StateBefore
  readonly folder: ContractFolder
  /** The book as a whole, once this is written. */
  book: BookState
  /** The number of the last entry, once this is written. */
  lastEntry: number
  /** The number of contracts that have been opened, once this is written. */
  opened: number

  constructor(before: StateBefore) {
    this.before = before
    this.folder = new ContractFolder(before.folder)
    this.accounts = new AccountDraft(before.accounts)
    this.book = before.book
    this.lastEntry = before.entries
    this.opened = before.opened
  }

  /** The person's day. */
  get today(): IsoDate {
    return this.before.today
  }

  /** Decides a command on a contract. `again` is set where an entry is recorded again. */
  decide(state: ContractState | undefined, command: RecordedCommand, again?: Context['again']): Decision {
    const decision = decide(state, command, {
      today: this.today,
      newContractId: contractIdOf(this.opened + 1),
      closedUntil: this.book.closedUntil,
      ...(again !== undefined && { again }),
      entryExists: entry => this.contractOf(entry) === state?.id,
    })
    const link = this.accounts.linkRefusal(state, command, decision.ok ? undefined : decision.refusal)
    return link === undefined ? decision : { ok: false, refusal: link }
  }

  /** The book as the rules of accounts need it. */
  protected aroundAccounts(): AroundAccounts {
    return {
      today: this.today,
      closedUntil: this.book.closedUntil,
      contracts: () => this.states(),
      isPayment: entry => this.before.isPayment(entry),
      contractOf: entry => this.contractOf(entry),
    }
  }

  /** Leaves the draft as it was if a command that takes several steps is refused. */
  allOrNone(steps: () => Drafted | Refused): Drafted | Refused {
    const { lastEntry, book } = this
    const length = this.records.length
    const contracts = new Map(this.contracts)
    const outcome = steps()
    if (outcome.ok) return outcome
    this.records.length = length
    this.lastEntry = lastEntry
    this.book = book
    this.contracts.clear()
    for (const [id, record] of contracts) this.contracts.set(id, record)
    return outcome
  }

  /** Takes a record of a contract. Throws if it cannot follow, or money would not be conserved. */
  take(entry: Entry): ContractRecord {
    const folded = this.folder.folded(this.contract(entry.contract), entry, () => this.recordsOf(entry.contract))
    this.records.push(entry)
    this.contracts.set(entry.contract, folded)
    if (entry.entry !== null) this.lastEntry = entry.entry
    return folded
  }

  /** Takes a record of an account. Throws if it cannot follow. */
  takeOfAccount(record: AccountEntry): void {
    this.accounts.take(record)
    this.records.push(record)
    if (record.entry !== null) this.lastEntry = record.entry
  }

  /** Takes a record of the book as a whole. */
  takeOfBook(record: BookRecord): void {
    this.records.push(record)
    this.book = bookFolded(this.book, record)
  }

  /** A contract as it is after the records so far. */
  contract(contractId: string): ContractRecord | undefined {
    return this.contracts.get(contractId) ?? recordIn(this.before.contracts, contractId)
  }

  /** All contracts, removed ones too. */
  states(): ContractState[] {
    const { contracts } = this.before
    const ids = new Set([...Object.keys(contracts), ...this.contracts.keys()])
    return [...ids].flatMap(id => this.contract(id)?.state ?? [])
  }

  /** A contract's records, in order, with those of this transaction. */
  recordsOf(contractId: string): readonly Entry[] {
    const drafted = this.records.filter(isOfContract).filter(({ contract }) => contract === contractId)
    return [...this.before.recordsOf(contractId), ...drafted]
  }

  /** A contract's history, with the states before its latest `reach` entries. */
  historyOf(record: ContractRecord, reach: number): ContractHistory {
    return this.folder.historyOf(record, () => this.recordsOf(record.state.id), reach)
  }

  /** The import in a line, as it was before this transaction; undefined if it holds none. */
  importAt(line: number): ImportBefore | undefined {
    return this.before.importAt(line)
  }

  /** The contract of an entry; undefined if there is no such entry. */
  contractOf(entry: number): string | undefined {
    return this.#drafted(entry)?.contract ?? this.before.contractOf(entry)
  }

  /** The entry that stands for an entry today, in this transaction too. */
  entryToday(entry: number): number {
    const today = this.#drafted(entry) === undefined ? this.before.entryToday(entry) : entry
    const replacement = this.records.filter(isOfContract).find(({ corrects }) => corrects === today)?.entry
    return replacement === undefined || replacement === null ? today : this.entryToday(replacement)
  }

  #drafted(entry: number): Entry | undefined {
    return this.records.filter(isOfContract).find(each => each.entry === entry)
  }
}
