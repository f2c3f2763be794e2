import type { Entry } from '../../shared/contract/events.ts'
import type { Warning } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { BookState } from '../escrow/book-state.ts'
import type { AccountRecord } from './checkpoint/account-record.ts'
import type { ContractRecord } from './checkpoint/contract-record.ts'
import type { ContractFolder } from './checkpoint/folding.ts'
import type { ImportBefore } from './reading/import-before.ts'
import type { CommandFields } from './types.ts'

/** The state before a transaction, which its commands are decided on. */
export interface StateBefore {
  readonly entries: number
  /** The number of contracts that have been opened. */
  readonly opened: number
  readonly today: IsoDate
  readonly book: BookState
  readonly contracts: Readonly<Record<string, ContractRecord>>
  readonly accounts: Readonly<Record<string, AccountRecord>>
  readonly folder: ContractFolder
  /** True for a standing entry of a contract that paid its freelancer. */
  isPayment(entry: number): boolean
  /** The contract of an entry; undefined if there is no such entry. Needed by annotations. */
  contractOf(entry: number): string | undefined
  /** The entry that stands for an entry today. Needed by annotations. */
  entryToday(entry: number): number
  /** A contract's records in the journal, in order. Needed by reversals and corrections. */
  recordsOf(contractId: string): readonly Entry[]
  /** An import by its line; undefined if that is none. Needed to take one back. */
  importAt(line: number): ImportBefore | undefined
}

/** An accepted command in a transaction that is not written yet. */
export interface Drafted {
  readonly ok: true
  readonly entry: number | null
  readonly contractIds: readonly string[]
  /** The account it is about; undefined if it is about none. */
  readonly accountId?: string
  readonly warnings: readonly Warning[]
  readonly value: CommandFields
}
