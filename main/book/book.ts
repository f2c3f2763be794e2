import type { BackupRow } from '../../shared/api/backups.ts'
import type { Paper } from '../../shared/contract/paper.ts'
import type { StatementImport } from '../../shared/contract/statement-import.ts'
import type { BackupReason } from './backups/backups.ts'
import { type JournalSource, restored, unpackedBackup } from './backups/restoring.ts'
import type { HealthStatus } from './faults/health.ts'
import { type Refused, storeRefused } from './faults/store-refusal.ts'
import { type BookFolder, claimFolder, readFolder } from './folder/book-folder.ts'
import type { JournalCommand } from './journal/journal-command.ts'
import { backupSourceOf } from './open-files.ts'
import { beginBook, contextOf, openFilesIn } from './opening.ts'
import { ProvedBook } from './proved-book.ts'
import { acceptRollback, keepSeen } from './rollback.ts'
import type { AllRecorded, BookInfo, BookOptions, CommandsOfNew, Previewed, Recorded, Verified } from './types.ts'
import { verify } from './verifying.ts'

export type { Refused } from './faults/store-refusal.ts'
export type { RecordedImport } from './reading/imported-rows.ts'
export type { RecordedEntry, RecordedPage } from './reading/recorded-entries.ts'
export type { BookChange, BookInfo, BookOptions, CommandsOfNew, Previewed, Recorded, Verified } from './types.ts'

/** False parts that `verify` names at most. */
const MOST_DIFFERENCES = 20

type Opened = { readonly ok: true; readonly book: Book } | Refused

/**
 * A book in its folder: the journal, the live state folded from it, backups. Only one process may
 * write it. Changes run one after another, in the order they were requested; queries answer at
 * once.
 */
export class Book extends ProvedBook {
  /**
   * Opens the book in a folder, and creates it if there is none. Refuses with `book-locked` (naming
   * the holder), `format-too-new` (naming both formats) and `write-failed` (no such folder). A
   * damaged book, or one whose folder cannot be written, opens read-only, and its health says why.
   */
  static async open(folder: string, options: BookOptions): Promise<Opened> {
    const claimed = await claimFolder(folder, options.now())
    return claimed.ok ? Book.#openIn(claimed, options) : claimed
  }

  /**
   * Opens the book in a folder only for reading, even while another process has it open: takes no
   * lock, changes no file, and shows what it held at that moment. Refuses with `bad-input` (there
   * is no book, or none that this person may read) and `format-too-new`.
   */
  static async read(folder: string, options: BookOptions): Promise<Opened> {
    const found = readFolder(folder)
    return found.ok ? Book.#openIn(found, options) : found
  }

  static async #openIn(bookFolder: BookFolder, options: BookOptions): Promise<Opened> {
    if (bookFolder.lock !== undefined) await options.whenClaimed?.(bookFolder.folder)
    const context = contextOf(bookFolder, options)
    const opened = await openFilesIn(context)
    if (!opened.ok) {
      bookFolder.lock?.release()
      return opened
    }
    const book = new Book(context, opened.files)
    // Before false figures are replaced.
    await book.queue.run(() => beginBook(book.context, book.files))
    return { ok: true, book }
  }

  /**
   * Records a command; resolves once its line is on disk. Refuses with the rules' codes and with
   * `book-read-only`, `disk-full`, `write-failed`.
   */
  async execute(command: JournalCommand): Promise<Recorded | Refused> {
    const commands = [command]
    // Fast path: the queue is nearly always empty, and queueing would double the cost of a command.
    const outcome =
      this.queue.isIdle && this.isReadyFor(commands)
        ? this.recorder.record(commands)
        : await this.queue.run(() => this.#record(commands))
    if (!outcome.ok) return outcome
    const [recorded] = outcome.recorded
    if (recorded === undefined) throw new Error('nothing was recorded')
    return recorded
  }

  /**
   * Records commands (or those told when their turn comes) as one transaction, all or none, with
   * what it keeps of an import. With a reason, a backup is made first, once it is certain that no
   * command is refused. A refusal has the `index` of the refused command.
   */
  executeAll(
    given: readonly JournalCommand[] | (() => Promise<readonly JournalCommand[]>),
    reason?: BackupReason,
    imported?: StatementImport,
  ): Promise<AllRecorded | Refused> {
    return this.queue.run(async () => {
      const commands = typeof given === 'function' ? await given() : given
      if (commands.length === 0) return { ok: true, recorded: [] }
      if (reason === undefined || this.files.journal.length === 0) return this.#record(commands, imported)
      await this.readyFor(commands)
      const refused = this.recorder.refusalOf(commands)
      if (refused !== undefined) return refused
      const made = await this.context.backups.make(backupSourceOf(this.files), reason)
      if (!made.ok) return made
      const outcome = await this.#record(commands, imported)
      return outcome.ok ? { ...outcome, backup: made.backup } : outcome
    })
  }

  /** Records a contract's opening and its moves as one transaction, all or none. */
  executeNew(commandsOf: CommandsOfNew): ReturnType<Book['executeAll']> {
    return this.queue.run(async () => this.#record(await this.#commandsOfNew(commandsOf)))
  }

  /** Keeps the fingerprint of a paper: a record of the book, no entry. Refuses as the store does. */
  keepPaper(paper: Paper): Promise<{ readonly ok: true } | Refused> {
    return this.queue.run(async () => this.recorder.keepPaper(paper))
  }

  /** The result a command would have now, without recording it. Refuses as `execute` would. */
  preview(command: JournalCommand): Promise<Previewed | Refused> {
    return this.queue.run(async () => {
      await this.readyFor([command])
      return this.recorder.preview([command])
    })
  }

  /** The result `executeNew` would have now, without recording anything. */
  previewNew(commandsOf: CommandsOfNew): Promise<Previewed | Refused> {
    return this.queue.run(async () => this.recorder.preview(await this.#commandsOfNew(commandsOf)))
  }

  /** Facts about the book as a whole. */
  info(): BookInfo {
    const { journal, db } = this.files
    const { entries, position, hash } = db.data
    const { bookFolder, backups, health } = this.context
    return {
      folder: bookFolder.folder,
      format: journal.format,
      entries,
      position,
      head: hash,
      lastBackup: backups.newestAt,
      health: health.status(),
      readOnly: !journal.writable,
    }
  }

  /** The health once every line, and after damage the backups, have been checked since opening. */
  checked(): Promise<HealthStatus> {
    return this.context.health.settled()
  }

  /**
   * Checks the whole chain, from the first line to the last, and every figure against a fresh fold.
   * A book found damaged becomes read-only, and its health says why; false figures are replaced
   * before this resolves.
   */
  async verify(): Promise<Verified> {
    const { files } = this
    const { chain, result } = await verify(files, this.context)
    const isProvable = files === this.files && files.proof.result?.kind !== 'none'
    if (isProvable && (result.kind === 'different' || result.kind === 'broken')) files.proof.refute(result)
    await this.proved()
    const { entries, hash: head } = this.files.db.data
    const found = this.takeFound()
    const ok = chain.ok && this.files.proof.isProved && found.length === 0
    const figures = { ok, count: found.length, differences: found.slice(0, MOST_DIFFERENCES) }
    return { ...chain, entries, head, figures }
  }

  /** Ends a rollback: goes on from where the book is. Refuses `book-read-only` if there is none. */
  acceptRollback(): Promise<{ readonly ok: true } | Refused> {
    return this.queue.run(async () => (acceptRollback(this.files, this.context) ? { ok: true } : this.#readOnly()))
  }

  /** The backups, newest first. */
  backups(): Promise<readonly BackupRow[]> {
    return this.context.backups.list()
  }

  /** Makes a backup. Refuses with `book-read-only` (of its folder), `disk-full`, `write-failed`. */
  backUp(reason: BackupReason): Promise<{ readonly ok: true; readonly backup: BackupRow } | Refused> {
    return this.queue.run(async () => {
      const { bookFolder, backups } = this.context
      return bookFolder.lock === undefined ? this.#readOnly() : backups.make(backupSourceOf(this.files), reason)
    })
  }

  /**
   * Replaces the journal by a backup, after backing up the current one (damaged or not), and
   * reopens the book. Refuses with `bad-input` (there is no intact backup of that id),
   * `book-read-only`, `disk-full`, `write-failed`; the book is then unchanged.
   */
  restore(id: string): Promise<{ readonly ok: true } | Refused> {
    return this.restoreFrom(unpackedBackup(this.context.backups, id))
  }

  /** As `restore`, with a journal from another source; refuses as that source does, too. */
  restoreFrom(source: JournalSource): Promise<{ readonly ok: true } | Refused> {
    return this.queue.run(async () => {
      const { bookFolder, backups } = this.context
      if (bookFolder.lock === undefined) return this.#readOnly()
      const outcome = await restored(source, {
        folder: bookFolder.folder,
        backups,
        source: backupSourceOf(this.files),
        closeFiles: () => this.recorder.closeFiles(),
      })
      if (!outcome.ok && !outcome.mustReopen) return outcome
      const opened = await openFilesIn(this.context)
      if (!opened.ok) return opened
      this.take(opened.files)
      keepSeen(this.files, this.context)
      await beginBook(this.context, this.files)
      this.notifyAll()
      return outcome
    })
  }

  /** Calls `listener` when the book's health changes; returns an unsubscribe function. */
  onHealth(listener: (status: HealthStatus) => void): () => void {
    return this.context.health.onChange(listener)
  }

  /** Finishes the queued commands, writes the checkpoint, and releases the lock. */
  close(): Promise<void> {
    return this.queue.run(async () => {
      this.isClosed = true
      await this.context.backups.close()
      await this.recorder.finish()
      this.context.bookFolder.lock?.release()
    })
  }

  /** The commands for the contract that will be opened next, ready to be decided. */
  async #commandsOfNew(commandsOf: CommandsOfNew): Promise<readonly JournalCommand[]> {
    await this.readyFor(commandsOf(this.recorder.newContractId))
    // Its id may have been another before the figures were proved.
    return commandsOf(this.recorder.newContractId)
  }

  async #record(commands: readonly JournalCommand[], imported?: StatementImport): ReturnType<Book['executeAll']> {
    await this.readyFor(commands)
    return this.recorder.record(commands, imported)
  }

  #readOnly(): Refused {
    return storeRefused('book-read-only', { path: this.context.bookFolder.folder })
  }
}
