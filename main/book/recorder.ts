import type { EscrowCommand } from '../../shared/contract/commands.ts'
import type { BackupService } from './backups/backup-service.ts'
import type { BackupSource } from './backups/backups.ts'
import { CheckpointSchedule } from './checkpoint/checkpoint-schedule.ts'
import type { Health } from './faults/health.ts'
import { type Refused, storeRefused } from './faults/store-refusal.ts'
import { contractIdOf } from './index/contract-ids.ts'
import type { OpenFiles } from './opening.ts'
import { RecordReader } from './reading/record-reader.ts'
import { type Drafted, TransactionDraft } from './transaction.ts'
import type { BookChange, BookOptions, Previewed, Recorded } from './types.ts'

/**
 * The commands that need the journal's earlier records: they wait for the index, which a start
 * makes beside.
 */
const NEEDS_INDEX: ReadonlySet<EscrowCommand['type']> = new Set(['reverse', 'annotate'])

/**
 * What recording needs beside the open files. `onChanged` is called once a transaction took effect.
 */
export interface RecorderOptions {
  readonly options: BookOptions
  readonly health: Health
  readonly backups: BackupService
  readonly onChanged: (change: BookChange) => void
}

/**
 * Takes commands on the open files of a book: decides them, appends what they write, and lets it
 * take effect. Its caller does one thing after another.
 */
export class Recorder {
  readonly #files: OpenFiles
  readonly #with: RecorderOptions
  readonly #schedule: CheckpointSchedule | undefined
  #opened: number

  constructor(files: OpenFiles, options: RecorderOptions) {
    this.#files = files
    this.#with = options
    this.#opened = Object.keys(files.db.data.contracts).length
    this.#schedule = files.journal.writable
      ? new CheckpointSchedule(files, options.health, options.options.whenCheckpointed)
      : undefined
  }

  /**
   * Whether commands can be recorded at once. If not, for they need earlier records of a journal
   * that is still being indexed, await `indexed` first.
   */
  isReadyFor(commands: readonly EscrowCommand[]): boolean {
    return this.#files.indexing.index !== undefined || !commands.some(({ type }) => NEEDS_INDEX.has(type))
  }

  /** Resolves when every command can be recorded. */
  async indexed(): Promise<void> {
    await this.#files.indexing.ready
  }

  /**
   * Records commands as one transaction, all or none; see `isReadyFor`. On the disk when it comes
   * back: not even a turn of the event loop lies between. A refusal changes nothing, and says which
   * command (`index`) it speaks of.
   */
  record(commands: readonly EscrowCommand[]): { readonly ok: true; readonly recorded: readonly Recorded[] } | Refused {
    const { journal, db, indexing } = this.#files
    const { options, backups, health } = this.#with
    if (!journal.writable) return storeRefused('book-read-only', { path: journal.path })
    const draft = this.#draft()
    const drafted = draftAll(draft, commands)
    if (!('length' in drafted)) return drafted
    const now = options.now()
    backups.daily(now, () => this.source())
    const appended = journal.append(db.data.position, now.toISOString(), draft.entries)
    if (!appended.ok) {
      const reason = String(appended.refusal.params['reason'] ?? appended.refusal.code)
      if (!journal.writable) health.damaged([{ code: 'unsure', params: { reason } }], { isFinal: true })
      return appended
    }
    Object.assign(db.data, appended.after)
    for (const [contractId, record] of draft.contracts) db.data.contracts[contractId] = record
    db.data.entries = draft.lastEntry
    this.#opened = draft.opened
    indexing.add(appended.offset, draft.entries)
    this.#schedule?.touched()
    const { position } = appended.after
    this.#with.onChanged({ position, contractIds: [...draft.contracts.keys()] })
    return { ok: true, recorded: drafted.map(each => ({ ...each, position })) }
  }

  /**
   * The refusal that recording these would come to; undefined where there is none. See
   * `isReadyFor`.
   */
  refusalOf(commands: readonly EscrowCommand[]): Refused | undefined {
    const { journal } = this.#files
    if (!journal.writable) return storeRefused('book-read-only', { path: journal.path })
    const drafted = draftAll(this.#draft(), commands)
    return 'length' in drafted ? undefined : drafted
  }

  /**
   * What commands would do now, the last of them on what the others leave; see `isReadyFor`.
   * Nothing is recorded.
   */
  preview(commands: readonly EscrowCommand[]): Previewed | Refused {
    const draft = this.#draft()
    const drafted = draftAll(draft, commands)
    if (!('length' in drafted)) return drafted
    const last = drafted.at(-1)
    if (last === undefined) throw new Error('nothing to preview')
    return {
      ...last,
      warnings: drafted.flatMap(({ warnings }) => warnings),
      position: this.#files.db.data.position,
      states: [...draft.contracts.values()].map(({ state }) => state),
    }
  }

  /** The id of the contract that is opened next. */
  get newContractId(): string {
    return contractIdOf(this.#opened + 1)
  }

  /** The journal as it is now, to be backed up. */
  source(): BackupSource {
    const { journal, db } = this.#files
    return {
      entries: db.data.entries,
      length: journal.length,
      isInPlace: journal.isInPlace,
      bytes: (offset, length) => journal.bytes(offset, length),
    }
  }

  /** Writes the checkpoint, where there is something new, and lets the files go. */
  async finish(): Promise<void> {
    if (this.#files.journal.writable) await this.#schedule?.finish()
    await this.letGo()
  }

  /** Lets the files go as they are. */
  async letGo(): Promise<void> {
    await this.#schedule?.stop()
    await this.#files.journal.close()
  }

  /** A transaction on the state as it is now. */
  #draft(): TransactionDraft {
    const { journal, db, indexing } = this.#files
    return new TransactionDraft({
      entries: db.data.entries,
      opened: this.#opened,
      today: this.#with.options.today(),
      contracts: db.data.contracts,
      contractOf: entry => indexing.index?.entry(entry)?.contractId,
      recordsOf: contractId =>
        indexing.index === undefined ? [] : new RecordReader(journal, indexing.index).recordsOf(contractId),
    })
  }
}

/**
 * Decides commands one on the other; the first refusal ends it, and says which of them (`index`) it
 * speaks of.
 */
function draftAll(draft: TransactionDraft, commands: readonly EscrowCommand[]): readonly Drafted[] | Refused {
  const drafted: Drafted[] = []
  for (const [index, command] of commands.entries()) {
    const outcome = draft.add(command)
    if (!outcome.ok) return { ...outcome, index }
    drafted.push(outcome)
  }
  return drafted
}
