import type { EscrowCommand } from '../../shared/contract/commands.ts'
import type { Warning } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import type { CheckpointMark } from './checkpoint/checkpoint.ts'
import type { HealthStatus } from './faults/health.ts'
import type { Disk } from './folder/disk.ts'
import type { ChainBreak } from './journal/chain.ts'
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
  readonly health: HealthStatus
  readonly readOnly: boolean
}

/** What checking the whole chain found. */
export interface Verified {
  readonly ok: boolean
  readonly entries: number
  readonly head: string
  readonly problems: readonly Pick<ChainBreak, 'line' | 'code'>[]
}

/** A transaction that took effect: the journal's position after it and the contracts it touched. */
export interface BookChange {
  readonly position: number
  readonly contractIds: readonly string[]
}
