import type { BackupRow, BookHealth, ChainProblem } from '../../shared/api/queries.ts'
import type { EscrowCommand } from '../../shared/contract/commands.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { Refusal, Warning } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Minor } from '../../shared/money/money.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import type { Flow } from '../escrow/flows.ts'
import type { Disk } from './folder/disk.ts'
import type { ChainBreak, ChainPosition } from './journal/chain.ts'
import type { Migration } from './journal/migrations.ts'

/**
 * What a book is told from outside: the clock, and where the worker that checks the chain beside
 * the main thread lies.
 */
export interface BookOptions {
  /** The person's calendar day. */
  today(): IsoDate
  /** The moment a transaction is recorded. */
  now(): Date
  /** The built `chain-worker`; without one the chain is checked in slices on this thread. */
  readonly worker?: URL | undefined
  /**
   * Called once this process alone may write the book, with its folder, before anything large is
   * read; that waits until it resolves.
   */
  readonly whenClaimed?: ((folder: string) => Promise<void>) | undefined
  /**
   * Called when the book is idle, and when it is closed, where all of it is in the checkpoint of
   * that mark. It must not throw.
   */
  readonly whenCheckpointed?: ((mark: CheckpointMark) => Promise<void>) | undefined
  /** For tests: the calls that write, with faults in them. */
  readonly disk?: Disk | undefined
  /** For tests: what reads older formats of the journal. */
  readonly migrations?: readonly Migration[] | undefined
}

/**
 * A checkpoint that is on the disk: the place in the journal it stands for, the seal it ends with,
 * and its length in bytes.
 */
export interface CheckpointMark extends ChainPosition {
  readonly seal: string
  readonly bytes: number
}

/**
 * A refusal, as the engine or the store gives it; nothing was recorded. `index` is the command it
 * speaks of where several were given.
 */
export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
  readonly index?: number
}

/** An opening and the moves of the contract that it opens, given the id that contract will have. */
export type CommandsOfNew = (contractId: string) => readonly EscrowCommand[]

/**
 * The fields a command's answer adds (`contractId`, `milestoneId`, `deposit`, `carried`,
 * `remainder`, `reversed`); money in minor units.
 */
export type CommandFields = Readonly<Record<string, string | number>>

/**
 * A recorded command. `entry` is null for `annotate` and `rename-party`; `position` is the
 * journal's after it.
 */
export interface Recorded {
  readonly ok: true
  readonly entry: number | null
  readonly contractIds: readonly string[]
  readonly position: number
  readonly warnings: readonly Warning[]
  readonly value: CommandFields
}

/** What a command would do: as `Recorded`, with the contracts it touches as they would be. */
export interface Previewed extends Recorded {
  readonly states: readonly ContractState[]
}

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

/** The reference and note an entry has now. */
export interface Annotation {
  readonly entry: number
  readonly reference?: string
  readonly note?: string
}

/** What moved on one day of a contract, reversed entries left out. */
export type DayFlow = readonly [on: IsoDate, flow: Flow]

/**
 * The book as a whole. `head` is the hash of the last line, in hex; `lastBackup` the moment of the
 * newest backup (ISO 8601, UTC).
 */
export interface BookInfo {
  readonly folder: string
  readonly format: number
  readonly entries: number
  readonly position: number
  readonly head: string
  readonly lastBackup: string | null
  readonly health: BookHealth
  readonly readOnly: boolean
}

/** What checking the whole chain found. */
export interface Verified {
  readonly ok: boolean
  readonly entries: number
  readonly head: string
  readonly problems: readonly (ChainProblem & Pick<ChainBreak, 'code'>)[]
}

/** Why a backup is made. */
export type BackupReason = BackupRow['reason']

/** A transaction that took effect: the journal's position after it and the contracts it touched. */
export interface BookChange {
  readonly position: number
  readonly contractIds: readonly string[]
}
