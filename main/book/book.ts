import type { BackupRow } from '../../shared/api/backups.ts'
import type { EscrowCommand } from '../../shared/contract/commands.ts'
import { Queue } from '../scheduling/queue.ts'
import { BackupService, tellDamage } from './backups/backup-service.ts'
import type { BackupReason } from './backups/backups.ts'
import { backupSource, type JournalSource, restored } from './backups/restoring.ts'
import { Health, type HealthStatus } from './faults/health.ts'
import { type Refused, storeRefused } from './faults/store-refusal.ts'
import { type BookFolder, claimFolder, readFolder, remarkOn } from './folder/book-folder.ts'
import { DISK } from './folder/disk.ts'
import { formatOf, MIGRATIONS } from './journal/migrations.ts'
import { broken, type OpenFiles, openFiles } from './opening.ts'
import { ReadableBook } from './readable-book.ts'
import { Recorder } from './recorder.ts'
import type { BookChange, BookInfo, BookOptions, CommandsOfNew, Previewed, Recorded, Verified } from './types.ts'
import { verified } from './verifying.ts'

export type { Refused } from './faults/store-refusal.ts'
export type { RecordedEntry, RecordedPage } from './reading/recorded-entries.ts'
export type { BookChange, BookInfo, BookOptions, CommandsOfNew, Previewed, Recorded, Verified } from './types.ts'

/**
 * A book in its folder: the journal, the live state folded from it, backups. One process has the
 * right to write it. Everything that changes it is done one after another, in the order it was
 * asked for; what is only read answers at once.
 */
export class Book extends ReadableBook {
  readonly #place: BookFolder
  readonly #options: BookOptions
  readonly #health: Health
  readonly #backups: BackupService
  readonly #listeners = new Set<(change: BookChange) => void>()
  protected files: OpenFiles
  #recorder: Recorder
  readonly #turns = new Queue()

  private constructor(
    place: BookFolder,
    options: BookOptions,
    files: OpenFiles,
    health: Health,
    backups: BackupService,
  ) {
    super()
    this.#place = place
    this.#options = options
    this.files = files
    this.#health = health
    this.#backups = backups
    this.#recorder = this.#newRecorder()
  }

  /**
   * Opens the book in a folder, made where there is none. Refuses with `book-locked` (naming the
   * holder), `format-too-new` (naming both formats), `write-failed` (no such folder). Damage, and a
   * folder that can only be read, are no refusals: the book then opens read-only and its health
   * says why.
   */
  static async open(
    folder: string,
    options: BookOptions,
  ): Promise<{ readonly ok: true; readonly book: Book } | Refused> {
    const place = await claimFolder(folder, options.now())
    return place.ok ? Book.#openAt(place, options) : place
  }

  /**
   * Opens the book in a folder only to read it, beside whoever has it open: takes no lock, changes
   * no file, and keeps to what was in it then. Refuses with `bad-input` (no book there, or none
   * that may be read) and `format-too-new`.
   */
  static async read(
    folder: string,
    options: BookOptions,
  ): Promise<{ readonly ok: true; readonly book: Book } | Refused> {
    const place = readFolder(folder)
    return place.ok ? Book.#openAt(place, options) : place
  }

  static async #openAt(
    place: BookFolder,
    options: BookOptions,
  ): Promise<{ readonly ok: true; readonly book: Book } | Refused> {
    if (place.lock !== undefined) await options.whenClaimed?.(place.folder)
    const health = new Health()
    const backups = new BackupService(place.folder, {
      now: options.now,
      format: formatOf(options.migrations ?? MIGRATIONS),
      health,
    })
    const opened = await filesOf(place, options, health, backups)
    if (!opened.ok) {
      place.lock?.release()
      return opened
    }
    const book = new Book(place, options, opened.files, health, backups)
    await book.#begin()
    return { ok: true, book }
  }

  /**
   * Records a command: resolves once its line is on the disk. Refuses with the rulebook's codes and
   * with `book-read-only`, `disk-full`, `write-failed`.
   */
  async execute(command: EscrowCommand): Promise<Recorded | Refused> {
    const commands = [command]
    // Nearly always nothing else is going on, and to wait in line would cost as much as the rest of
    // a command.
    const outcome =
      this.#turns.isIdle && this.#recorder.isReadyFor(commands)
        ? this.#recorder.record(commands)
        : await this.#turns.run(() => this.#record(commands))
    if (!outcome.ok) return outcome
    const [recorded] = outcome.recorded
    if (recorded === undefined) throw new Error('nothing was recorded')
    return recorded
  }

  /**
   * Records many commands as one transaction, all or none. Where a reason is given a backup is made
   * before, once it is sure that none is refused. A refusal says which command (`index`) it speaks
   * of.
   */
  executeAll(
    commands: readonly EscrowCommand[],
    reason?: BackupReason,
  ): Promise<{ readonly ok: true; readonly recorded: readonly Recorded[]; readonly backup?: BackupRow } | Refused> {
    return this.#turns.run(async () => {
      if (commands.length === 0) return { ok: true, recorded: [] }
      if (reason === undefined || this.files.journal.length === 0) return this.#record(commands)
      if (!this.#recorder.isReadyFor(commands)) await this.#recorder.indexed()
      const refused = this.#recorder.refusalOf(commands)
      if (refused !== undefined) return refused
      const made = await this.#backups.make(this.#recorder.source(), reason)
      if (!made.ok) return made
      const outcome = await this.#record(commands)
      return outcome.ok ? { ...outcome, backup: made.backup } : outcome
    })
  }

  /**
   * Records a contract's opening and its moves as one transaction, all or none. The commands are
   * asked for once the contract's id is known.
   */
  executeNew(commandsOf: CommandsOfNew): ReturnType<Book['executeAll']> {
    return this.#turns.run(() => this.#record(commandsOf(this.#recorder.newContractId)))
  }

  /** What a command would do now; nothing is recorded. Refuses as `execute` would. */
  preview(command: EscrowCommand): Promise<Previewed | Refused> {
    return this.#turns.run(async () => {
      if (!this.#recorder.isReadyFor([command])) await this.#recorder.indexed()
      return this.#recorder.preview([command])
    })
  }

  /** What `executeNew` would come to; nothing is recorded. */
  previewNew(commandsOf: CommandsOfNew): Promise<Previewed | Refused> {
    return this.#turns.run(async () => this.#recorder.preview(commandsOf(this.#recorder.newContractId)))
  }

  /** The book as a whole. */
  info(): BookInfo {
    const { journal, db } = this.files
    const { entries, position, hash } = db.data
    const health = this.#health.status()
    return {
      folder: this.#place.folder,
      format: journal.format,
      entries,
      position,
      head: hash,
      lastBackup: this.#backups.newestAt,
      health,
      readOnly: !journal.writable,
    }
  }

  /**
   * How the book is once all of it has been looked at: every line since it was opened, and where it
   * is damaged its backups.
   */
  checked(): Promise<HealthStatus> {
    return this.#health.settled()
  }

  /**
   * Checks the whole chain, from the first line to the last. A book found damaged can only be read
   * from then on, and its health says why.
   */
  async verify(): Promise<Verified> {
    const { journal, db } = this.files
    const { hash, entries } = db.data
    const report = await journal.check(false, this.#options.worker).report
    if (report === undefined) throw new Error('the book was closed')
    const found = verified(report, { hash, entries })
    const [first] = found.problems
    if (first !== undefined && !this.#health.isDamaged) {
      journal.stopAppends()
      tellDamage(this.#health, this.#backups, { note: broken(first), entries, line: first.line })
    }
    return found
  }

  /** The backups, newest first. */
  backups(): Promise<readonly BackupRow[]> {
    return this.#backups.list()
  }

  /**
   * Makes a backup now. Refuses with `book-read-only` where the folder can only be read,
   * `disk-full`, `write-failed`.
   */
  backUp(reason: BackupReason): Promise<{ readonly ok: true; readonly backup: BackupRow } | Refused> {
    return this.#turns.run(async () =>
      this.#place.lock === undefined ? this.#readOnly() : this.#backups.make(this.#recorder.source(), reason),
    )
  }

  /**
   * Puts a backup in the journal's place, after backing up what is there (damaged or not), and
   * opens the book anew. Refuses with `bad-input` (there is no good backup of that id),
   * `book-read-only`, `disk-full`, `write-failed`; the book is then as it was.
   */
  restore(id: string): Promise<{ readonly ok: true } | Refused> {
    return this.restoreFrom(backupSource(this.#backups, id))
  }

  /** The same with a journal from elsewhere; refuses what its source does too. */
  restoreFrom(source: JournalSource): Promise<{ readonly ok: true } | Refused> {
    return this.#turns.run(async () => {
      if (this.#place.lock === undefined) return this.#readOnly()
      const outcome = await restored(source, {
        folder: this.#place.folder,
        backups: this.#backups,
        source: this.#recorder.source(),
        letGo: () => this.#recorder.letGo(),
      })
      if (!outcome.ok && !outcome.wasLetGo) return outcome
      const opened = await filesOf(this.#place, this.#options, this.#health, this.#backups)
      if (!opened.ok) return opened
      this.files = opened.files
      this.#recorder = this.#newRecorder()
      await this.#begin()
      this.#tell({ position: this.files.db.data.position, contractIds: Object.keys(this.files.db.data.contracts) })
      return outcome
    })
  }

  /** Calls `listener` after every transaction that took effect; gives back what ends it. */
  onChanged(listener: (change: BookChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls `listener` when the book's health changes; gives back what ends it. */
  onHealth(listener: (status: HealthStatus) => void): () => void {
    return this.#health.onChange(listener)
  }

  /** Writes the checkpoint and lets the book go. Commands asked for before are done first. */
  close(): Promise<void> {
    return this.#turns.run(async () => {
      await this.#backups.close()
      await this.#recorder.finish()
      this.#place.lock?.release()
    })
  }

  #newRecorder(): Recorder {
    return new Recorder(this.files, {
      options: this.#options,
      health: this.#health,
      backups: this.#backups,
      onChanged: change => this.#tell(change),
    })
  }

  async #begin(): Promise<void> {
    const { journal, isOlder } = this.files
    remarkOn(this.#place, this.#health)
    await this.#backups.list()
    if (!journal.writable) return
    if (isOlder) {
      const made = await this.#backups.make(this.#recorder.source(), 'migration')
      if (!made.ok) journal.stopAppends()
    }
    this.#backups.daily(this.#options.now(), () => this.#recorder.source())
  }

  async #record(commands: readonly EscrowCommand[]): ReturnType<Book['executeAll']> {
    if (!this.#recorder.isReadyFor(commands)) await this.#recorder.indexed()
    return this.#recorder.record(commands)
  }

  #tell(change: BookChange): void {
    // Each by itself: what a listener does can neither hold a command up nor undo it.
    for (const listener of this.#listeners) queueMicrotask(() => listener(change))
  }

  #readOnly(): Refused {
    return storeRefused('book-read-only', { path: this.#place.folder })
  }
}

function filesOf(
  { folder, lock, writer = 'nobody' }: BookFolder,
  options: BookOptions,
  health: Health,
  backups: BackupService,
): ReturnType<typeof openFiles> {
  health.reset()
  return openFiles({
    folder,
    mayWrite: lock !== undefined,
    isBeingWritten: writer !== 'nobody',
    now: options.now,
    worker: options.worker,
    disk: options.disk ?? DISK,
    migrations: options.migrations ?? MIGRATIONS,
    health,
    onDamage: (note, entries, line) => tellDamage(health, backups, { note, entries, line }),
  })
}
