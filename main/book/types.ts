import type { BackupRow } from '../../shared/api/backups.ts'
import type { EscrowCommand } from '../../shared/contract/commands.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { Warning } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import type { AccountRecord } from './checkpoint/account-record.ts'
import type { CheckpointMark } from './checkpoint/checkpoint.ts'
import type { HealthStatus } from './faults/health.ts'
import type { Disk } from './folder/disk.ts'
import type { ChainBreak } from './journal/chain.ts'
import type { Migration } from './journal/migrations.ts'
import type { SeenHeads } from './rollback.ts'

/** The clock and the callbacks that a book is opened with. */
export interface BookOptions {
  /** The person's calendar day. */
  today(): IsoDate
  /** The current moment, at which transactions are recorded. */
  now(): Date
  /**
   * The built `journal-worker`; without it the journal is checked and folded in slices on this
   * thread.
   */
  readonly worker?: URL | undefined
  /**
   * Called with the book's folder once this process holds its lock, before anything large is read;
   * opening waits until it resolves.
   */
  readonly whenClaimed?: ((folder: string) => Promise<void>) | undefined
  /**
   * Called when the book is idle, and when it is closed, if the checkpoint of that mark covers all
   * of it. Must not throw.
   */
  readonly whenCheckpointed?: ((mark: CheckpointMark) => Promise<void>) | undefined
  /** The heads this computer has seen; without them, only backups tell a rollback. */
  readonly seen?: SeenHeads | undefined
  /** For tests: file calls with faults. */
  readonly disk?: Disk | undefined
  /** For tests: other migrations. */
  readonly migrations?: readonly Migration[] | undefined
}

/** An opening and the moves of the contract it opens, given the id that contract will have. */
export type CommandsOfNew = (contractId: string) => readonly EscrowCommand[]

/**
 * The fields a command's answer adds (`contractId`, `milestoneId`, `deposit`, `carried`,
 * `remainder`, `reversed`, `recorded`); money in minor units. `reversed` is an entry's number for
 * `reverse`, and a count of entries for `correct`.
 */
export type CommandFields = Readonly<Record<string, string | number>>

/**
 * A recorded command. `entry` is null for `annotate`, `rename-party` and `close-books`, and for a
 * `correct` that left its entry out; `position` is the journal's position after it.
 */
export interface Recorded {
  readonly ok: true
  readonly entry: number | null
  readonly contractIds: readonly string[]
  /** The account it was about; undefined if it was about none. */
  readonly accountId?: string
  readonly position: number
  readonly warnings: readonly Warning[]
  readonly value: CommandFields
}

/** Commands recorded as one transaction, and the backup that was made first, if one was. */
export interface AllRecorded {
  readonly ok: true
  readonly recorded: readonly Recorded[]
  readonly backup?: BackupRow
}

/**
 * The result a command would have: as `Recorded`, the affected contracts after it, and the records
 * of contracts it would make.
 */
export interface Previewed extends Recorded {
  readonly states: readonly ContractState[]
  readonly records: readonly Entry[]
  /** The affected accounts. */
  readonly accounts: readonly AccountRecord[]
}

/**
 * Facts about the book as a whole. `head` is the hash of the last line, in hexadecimal;
 * `lastBackup` the moment of the newest backup (ISO 8601, UTC).
 */
export interface BookInfo {
  readonly folder: string
  readonly format: number
  readonly entries: number
  readonly position: number
  readonly head: string
  readonly lastBackup: string | null
  readonly health: HealthStatus
  readonly readOnly: boolean
}

/** The result of checking the whole chain (`ok`), and every figure against a fresh fold of it. */
export interface Verified {
  readonly ok: boolean
  readonly entries: number
  readonly head: string
  readonly problems: readonly Omit<ChainBreak, 'offset'>[]
  readonly figures: VerifiedFigures
}

/**
 * The result of comparing the figures: `ok` if the journal proves all of them. `count` parts were
 * false since the book was opened or last verified, and have been replaced; `differences` names the
 * first of them, ids of contracts or `book` for all else.
 */
export interface VerifiedFigures {
  readonly ok: boolean
  readonly count: number
  readonly differences: readonly string[]
}

/**
 * A transaction that took effect: the journal's position after it, the affected contracts and
 * accounts, and `book` if the book as a whole changed (its closed period, its papers).
 */
export interface BookChange {
  readonly position: number
  readonly contractIds: readonly string[]
  readonly accountIds: readonly string[]
  readonly book?: true
}
