import { isOfContract } from '../../shared/contract/events.ts'
import type { Paper } from '../../shared/contract/paper.ts'
import type { StatementImport } from '../../shared/contract/statement-import.ts'
import type { Slices } from '../scheduling/slices.ts'
import { CheckpointSchedule } from './checkpoint/checkpoint-schedule.ts'
import { ContractFolder } from './checkpoint/folding.ts'
import type { Drafted } from './drafted.ts'
import { draftAll, draftInSlices } from './drafting.ts'
import { type Refused, storeRefused } from './faults/store-refusal.ts'
import { contractIdOf } from './index/subjects.ts'
import type { JournalCommand } from './journal/journal-command.ts'
import { backupSourceOf, type OpenFiles } from './open-files.ts'
import type { BookContext } from './opening.ts'
import { importAt } from './reading/import-before.ts'
import { RecordReader } from './reading/record-reader.ts'
import { keepSeen } from './rollback.ts'
import { TransactionDraft } from './transaction.ts'
import type { BookChange, Previewed, Recorded } from './types.ts'

/**
 * The commands that read earlier records, and so wait for the index, which is built in the
 * background after the book opens.
 */
const NEEDS_INDEX: ReadonlySet<JournalCommand['type']> = new Set([
  'reverse',
  'annotate',
  'correct',
  'take-back-import',
  'withhold',
])

/**
 * Records commands in the open files of a book: decides them, appends the transaction, and lets it
 * take effect. Takes one call at a time: none may begin before the one before it has returned.
 */
export class Recorder {
  readonly #files: OpenFiles
  readonly #context: BookContext
  readonly #onChanged: (change: BookChange) => void
  readonly #schedule: CheckpointSchedule | undefined
  /** The number of contracts opened so far, removed ones included. */
  #opened: number
  /** Keeps the history of the contract that was last reversed or corrected. */
  #folder = new ContractFolder()

  /** Calls `onChanged` after every transaction that took effect. */
  constructor(files: OpenFiles, context: BookContext, onChanged: (change: BookChange) => void) {
    this.#files = files
    this.#context = context
    this.#onChanged = onChanged
    this.#opened = Object.keys(files.db.data.contracts).length
    this.#schedule = files.journal.writable
      ? new CheckpointSchedule(files, context.health, async mark => {
          this.#keepSeen()
          await context.options.whenCheckpointed?.(mark)
        })
      : undefined
  }

  /**
   * True if commands can be decided now; false if they need the index and it is still being built.
   */
  isReadyFor(commands: readonly JournalCommand[]): boolean {
    return this.#files.indexing.index !== undefined || !commands.some(({ type }) => NEEDS_INDEX.has(type))
  }

  /** Resolves once these commands can be decided. */
  async readyFor(commands: readonly JournalCommand[]): Promise<void> {
    if (!this.isReadyFor(commands)) await this.#files.indexing.ready
  }

  /**
   * Records commands, which must be ready (`readyFor`), as one transaction, all or none.
   * Synchronous: when it returns `ok`, the line is on disk. Refuses with the rules' codes, and with
   * `book-read-only`, `disk-full` and `write-failed`. A refusal changes nothing; its `index` is
   * that of the refused command. `imported` is kept beside them.
   */
  record(
    commands: readonly JournalCommand[],
    imported?: StatementImport,
  ): { readonly ok: true; readonly recorded: readonly Recorded[] } | Refused {
    const { journal } = this.#files
    if (!journal.writable) return storeRefused('book-read-only', { path: journal.path })
    const draft = this.#draft()
    if (imported !== undefined) draft.keepImport(imported)
    const drafted = draftAll(draft, commands)
    if (!('length' in drafted)) return drafted
    const written = this.#write(draft)
    if (!written.ok) return written
    return { ok: true, recorded: drafted.map(each => ({ ...each, position: written.position })) }
  }

  /**
   * Records a paper that was printed or saved. Refuses `book-read-only`, `disk-full`,
   * `write-failed`.
   */
  keepPaper(paper: Paper): { readonly ok: true; readonly position: number } | Refused {
    const { journal } = this.#files
    if (!journal.writable) return storeRefused('book-read-only', { path: journal.path })
    const draft = this.#draft()
    draft.keepPaper(paper)
    return this.#write(draft)
  }

  /** Appends a transaction and lets it take effect. */
  #write(draft: TransactionDraft): { readonly ok: true; readonly position: number } | Refused {
    const { journal, db, indexing } = this.#files
    const { options, backups, health } = this.#context
    const now = options.now()
    backups.daily(now, () => backupSourceOf(this.#files))
    const appended = journal.append(db.data.position, now.toISOString(), draft.records)
    if (!appended.ok) {
      const reason = String(appended.refusal.params['reason'] ?? appended.refusal.code)
      if (!journal.writable) health.damaged([{ code: 'unsure', params: { reason } }], { isFinal: true })
      return appended
    }
    Object.assign(db.data, appended.after)
    for (const [contractId, record] of draft.contracts) db.data.contracts[contractId] = record
    for (const [accountId, record] of draft.accounts.changed) db.data.accounts[accountId] = record
    const isOfBook = draft.book !== db.data.book
    db.data.entries = draft.lastEntry
    db.data.book = draft.book
    this.#opened = draft.opened
    this.#folder = draft.folder
    indexing.add(appended.offset, draft.records)
    this.#schedule?.touched()
    const { position } = appended.after
    this.#onChanged({
      position,
      contractIds: [...draft.contracts.keys()],
      accountIds: [...draft.accounts.changed.keys()],
      ...(isOfBook && { book: true }),
    })
    return { ok: true, position }
  }

  /**
   * The refusal that `record` would return for these commands, which must be ready, by the rules or
   * because the book is read-only; undefined if there is none.
   */
  refusalOf(commands: readonly JournalCommand[]): Refused | undefined {
    const { journal } = this.#files
    if (!journal.writable) return storeRefused('book-read-only', { path: journal.path })
    const drafted = draftAll(this.#draft(), commands)
    return 'length' in drafted ? undefined : drafted
  }

  /**
   * Decides commands, which must be ready, without recording them. Returns the result of the last
   * one, with the warnings of all.
   */
  preview(commands: readonly JournalCommand[]): Previewed | Refused {
    const draft = this.#draft()
    const drafted = draftAll(draft, commands)
    return 'length' in drafted ? this.#previewed(draft, drafted) : drafted
  }

  /** The same in slices. No command may be recorded before it resolves. */
  async previewAll(commands: readonly JournalCommand[], slices: Slices): Promise<Previewed | Refused> {
    const draft = this.#draft()
    const drafted = await draftInSlices(draft, commands, slices)
    return 'length' in drafted ? this.#previewed(draft, drafted) : drafted
  }

  #previewed(draft: TransactionDraft, drafted: readonly Drafted[]): Previewed {
    const last = drafted.at(-1)
    if (last === undefined) throw new Error('nothing to preview')
    return {
      ...last,
      warnings: drafted.flatMap(({ warnings }) => warnings),
      position: this.#files.db.data.position,
      states: [...draft.contracts.values()].map(({ state }) => state),
      records: draft.records.filter(isOfContract),
      accounts: [...draft.accounts.changed.values()],
    }
  }

  /** The id that the next contract will have. */
  get newContractId(): string {
    return contractIdOf(this.#opened + 1)
  }

  /** Brings the checkpoint up to date, if the book can be written, and closes the files. */
  async finish(): Promise<void> {
    if (this.#files.journal.writable) {
      await this.#schedule?.finish()
      this.#keepSeen()
    }
    await this.closeFiles()
  }

  /** Writes no more checkpoints; leaves the files open. */
  async stop(): Promise<void> {
    await this.#schedule?.stop()
  }

  /** Closes the files without another checkpoint. */
  async closeFiles(): Promise<void> {
    await this.stop()
    await this.#files.journal.close()
  }

  #keepSeen(): void {
    // Figures that are not proved may name entries that never were.
    const { journal, proof } = this.#files
    if (journal.writable && proof.isProved) keepSeen(this.#files, this.#context)
  }

  /** An empty transaction on the current state. */
  #draft(): TransactionDraft {
    const { journal, db, indexing } = this.#files
    return new TransactionDraft({
      entries: db.data.entries,
      opened: this.#opened,
      today: this.#context.options.today(),
      book: db.data.book,
      contracts: db.data.contracts,
      accounts: db.data.accounts,
      folder: this.#folder,
      isPayment: entry => indexing.index?.isPayment(entry) === true,
      contractOf: entry => indexing.index?.entry(entry)?.contractId,
      entryToday: entry => indexing.index?.today(entry) ?? entry,
      recordsOf: contractId =>
        indexing.index === undefined ? [] : new RecordReader(journal, indexing.index).recordsOf(contractId),
      importAt: line => (indexing.index === undefined ? undefined : importAt(journal, indexing.index, line)),
    })
  }
}
