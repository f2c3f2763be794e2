import type { EscrowCommand } from '../../shared/commands.ts'
import type { BackupRow, BookHealth } from '../../shared/queries.ts'
import type { ContractState } from '../escrow/state.ts'
import type {
  Annotation,
  BackupReason,
  BookChange,
  BookInfo,
  BookOptions,
  DayFlow,
  Previewed,
  Recorded,
  RecordedEntry,
  RecordedPage,
  RecordsQuery,
  Refused,
  Verified,
} from './answers.ts'

export type {
  Annotation,
  BookChange,
  BookInfo,
  BookOptions,
  Previewed,
  Recorded,
  RecordedEntry,
  RecordedPage,
  RecordsQuery,
  Refused,
  Verified,
} from './answers.ts'

const PENDING = 'the store is being written; see design.md, The store'

/** A book in its folder: the journal, the live state folded from it, backups. One book has one writer. */
export class Book {
  /** Opens the book in a folder, makes it where there is none. Refuses with `book-locked` (another process has it), `format-too-new`, `write-failed`. */
  static async open(_folder: string, _options: BookOptions): Promise<{ readonly ok: true; readonly book: Book } | Refused> {
    throw new Error(PENDING)
  }
  /** Records a command: resolves once its line is on the disk. One after another, in the order they were given. */
  async execute(_command: EscrowCommand): Promise<Recorded | Refused> {
    throw new Error(PENDING)
  }
  /** Records many commands as one transaction, all or none (`backup` is made before, where a reason is given). */
  async executeAll(
    _commands: readonly EscrowCommand[],
    _backup?: BackupReason,
  ): Promise<{ readonly ok: true; readonly recorded: readonly Recorded[] } | Refused> {
    throw new Error(PENDING)
  }
  /** What a command would do; nothing is recorded. */
  async preview(_command: EscrowCommand): Promise<Previewed | Refused> {
    throw new Error(PENDING)
  }
  /** All contracts, in the order they were opened. */
  contracts(): Iterable<ContractState> {
    throw new Error(PENDING)
  }
  /** One contract; undefined when there is none of that id. */
  contract(_contractId: string): ContractState | undefined {
    throw new Error(PENDING)
  }
  /** What moved on each day of a contract, by day. */
  flows(_contractId: string): Iterable<DayFlow> {
    throw new Error(PENDING)
  }
  /** The entries of a contract that have a reference or a note now. */
  annotations(_contractId: string): Iterable<Annotation> {
    throw new Error(PENDING)
  }
  /** One entry by its number. Throws where there is none. */
  async record(_entry: number): Promise<RecordedEntry> {
    throw new Error(PENDING)
  }
  /** Entries in the order they were recorded. */
  async records(_query?: RecordsQuery): Promise<RecordedPage> {
    throw new Error(PENDING)
  }
  /** The book as a whole. */
  info(): BookInfo {
    throw new Error(PENDING)
  }
  /** Checks the whole chain, from the first line to the last. */
  async verify(): Promise<Verified> {
    throw new Error(PENDING)
  }
  /** The backups, newest first. */
  async backups(): Promise<readonly BackupRow[]> {
    throw new Error(PENDING)
  }
  /** Makes a backup now. Refuses with `disk-full`, `write-failed`. */
  async backUp(_reason: BackupReason): Promise<{ readonly ok: true; readonly backup: BackupRow } | Refused> {
    throw new Error(PENDING)
  }
  /** Puts a backup in the place of the journal, after backing that up, and opens the book anew. Refuses with `bad-input` (no good backup of that id), `disk-full`, `write-failed`. */
  async restore(_id: string): Promise<{ readonly ok: true } | Refused> {
    throw new Error(PENDING)
  }
  /** Calls `listener` after every transaction that took effect; gives back what ends it. */
  onChanged(_listener: (change: BookChange) => void): () => void {
    throw new Error(PENDING)
  }
  /** Calls `listener` when the book's health changes; gives back what ends it. */
  onHealth(_listener: (health: BookHealth) => void): () => void {
    throw new Error(PENDING)
  }
  /** Writes the checkpoint and lets the book go. */
  async close(): Promise<void> {
    throw new Error(PENDING)
  }
}
