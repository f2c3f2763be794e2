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
import { BackupDesk, tellDamage } from './backup-desk.ts'
import type { BackupSource } from './backups.ts'
import { type BookFolder, claimFolder, remarkOn } from './book-folder.ts'
import { dayFlowOf, recordIn } from './checkpoint-data.ts'
import { CheckpointSchedule } from './checkpoint-schedule.ts'
import { DISK } from './disk.ts'
import { type EntryOrder, type EntryPage, entryPages, type PagesQuery } from './entry-pages.ts'
import { Health } from './health.ts'
import { MIGRATIONS } from './migrations.ts'
import { type OpenFiles, openFiles } from './opening.ts'
import { RecordReader } from './record-reader.ts'
import { type Ledger, recordedEntries, recordedPage } from './recorded-entries.ts'
import { restored } from './restoring.ts'
import { storeRefused } from './store-refusal.ts'
import { type Drafted, TransactionDraft } from './transaction.ts'
import { verified } from './verifying.ts'

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

/** The commands that need the journal's earlier records: they wait for the index, which a start makes beside. */
const NEEDS_INDEX: ReadonlySet<EscrowCommand['type']> = new Set(['reverse', 'annotate'])

/**
 * A book in its folder: the journal, the live state folded from it, backups. One process has the right to write it. Everything that changes it is done
 * one after another, in the order it was asked for; what is only read answers at once.
 */
export class Book {
  readonly #place: BookFolder
  readonly #options: BookOptions
  readonly #health = new Health()
  readonly #backups: BackupDesk
  readonly #listeners = new Set<(change: BookChange) => void>()
  #files: OpenFiles
  #schedule: CheckpointSchedule | undefined
  #opened = 0
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(place: BookFolder, options: BookOptions, files: OpenFiles, health: Health, backups: BackupDesk) {
    this.#place = place
    this.#options = options
    this.#files = files
    this.#health = health
    this.#backups = backups
  }

  /**
   * Opens the book in a folder, made where there is none. Refuses with `book-locked` (naming the holder), `format-too-new` (naming both formats),
   * `write-failed` (no such folder). Damage, and a folder that can only be read, are no refusals: the book then opens read-only and its health says why.
   */
  static async open(folder: string, options: BookOptions): Promise<{ readonly ok: true; readonly book: Book } | Refused> {
    const place = await claimFolder(folder, options.now())
    if (!place.ok) return place
    const health = new Health()
    const backups = new BackupDesk(place.folder, options.now, health)
    const opened = await filesOf(place, options, health, backups)
    if (!opened.ok) {
      place.lock?.release()
      return opened
    }
    const book = new Book(place, options, opened.files, health, backups)
    await book.#begin()
    return { ok: true, book }
  }

  /** Records a command: resolves once its line is on the disk. Refuses with the rulebook's codes and with `book-read-only`, `disk-full`, `write-failed`. */
  execute(command: EscrowCommand): Promise<Recorded | Refused> {
    return this.#inOrder(async () => {
      const outcome = await this.#record([command])
      if (!outcome.ok) return outcome
      const [recorded] = outcome.recorded
      if (recorded === undefined) throw new Error('nothing was recorded')
      return recorded
    })
  }

  /** Records many commands as one transaction, all or none; a backup is made before, where a reason is given. A refusal says which command (`index`) it speaks of. */
  executeAll(commands: readonly EscrowCommand[], backup?: BackupReason): Promise<{ readonly ok: true; readonly recorded: readonly Recorded[] } | Refused> {
    return this.#inOrder(async () => {
      if (commands.length === 0) return { ok: true, recorded: [] }
      const made = backup === undefined || this.#files.journal.length === 0 ? undefined : await this.#backups.make(this.#source(), backup)
      return made?.ok === false ? made : this.#record(commands)
    })
  }

  /** What a command would do now; nothing is recorded. Refuses as `execute` would. */
  preview(command: EscrowCommand): Promise<Previewed | Refused> {
    return this.#inOrder(async () => {
      const draft = await this.#draft([command])
      const drafted = draft.add(command)
      return drafted.ok ? { ...drafted, position: this.#files.db.data.position, states: [...draft.contracts.values()].map(({ state }) => state) } : drafted
    })
  }

  /** All contracts, in the order they were opened. */
  *contracts(): Generator<ContractState, void> {
    for (const id in this.#files.db.data.contracts) {
      const state = this.contract(id)
      if (state !== undefined) yield state
    }
  }

  /** One contract; undefined when there is none of that id. */
  contract(contractId: string): ContractState | undefined {
    return recordIn(this.#files.db.data.contracts, contractId)?.state
  }

  /** What moved on each day of a contract, by day; reversed entries left out. */
  flows(contractId: string): readonly DayFlow[] {
    return recordIn(this.#files.db.data.contracts, contractId)?.flows.map(dayFlowOf) ?? []
  }

  /** The entries of a contract that have a reference or a note now. */
  annotations(contractId: string): readonly Annotation[] {
    return recordIn(this.#files.db.data.contracts, contractId)?.annotations ?? []
  }

  /** One entry by its number. Throws a RangeError where there is none. */
  async record(entry: number): Promise<RecordedEntry> {
    const [found] = recordedEntries(await this.#ledger(), [entry])
    if (found === undefined) throw new RangeError(`there is no entry ${entry}`)
    return found
  }

  /** Entries in the order they were recorded, a page of them. */
  async records(query: RecordsQuery = {}): Promise<RecordedPage> {
    return recordedPage(await this.#ledger(), query)
  }

  /** All entries of a contract, of a period or of the book, a page at a time: for what goes through many. */
  async *pages(query: PagesQuery = {}, order: EntryOrder = 'recorded'): AsyncGenerator<EntryPage, void> {
    yield* entryPages(await this.#ledger(), query, order)
  }

  /** The book as a whole. */
  info(): BookInfo {
    const { journal, db } = this.#files
    const { entries, position, hash } = db.data
    const health = this.#health.view()
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

  /** Checks the whole chain, from the first line to the last. */
  async verify(): Promise<Verified> {
    const { journal, db } = this.#files
    const { hash, entries } = db.data
    const report = await journal.check(false, this.#options.worker).report
    if (report === undefined) throw new Error('the book was closed')
    return verified(report, { hash, entries })
  }

  /** The backups, newest first. */
  backups(): Promise<readonly BackupRow[]> {
    return this.#backups.list()
  }

  /** Makes a backup now. Refuses with `book-read-only` where the folder can only be read, `disk-full`, `write-failed`. */
  backUp(reason: BackupReason): Promise<{ readonly ok: true; readonly backup: BackupRow } | Refused> {
    return this.#inOrder(async () => (this.#place.lock === undefined ? this.#readOnly() : this.#backups.make(this.#source(), reason)))
  }

  /**
   * Puts a backup in the journal's place, after backing up what is there (damaged or not), and opens the book anew.
   * Refuses with `bad-input` (there is no good backup of that id), `book-read-only`, `disk-full`, `write-failed`; the book is then as it was.
   */
  restore(id: string): Promise<{ readonly ok: true } | Refused> {
    return this.#inOrder(async () => {
      if (this.#place.lock === undefined) return this.#readOnly()
      const outcome = await restored(id, { folder: this.#place.folder, backups: this.#backups, source: this.#source(), letGo: () => this.#end() })
      if (!outcome.ok && !outcome.wasLetGo) return outcome
      const opened = await filesOf(this.#place, this.#options, this.#health, this.#backups)
      if (!opened.ok) return opened
      this.#files = opened.files
      await this.#begin()
      this.#tell(Object.keys(this.#files.db.data.contracts))
      return outcome
    })
  }

  /** Calls `listener` after every transaction that took effect; gives back what ends it. */
  onChanged(listener: (change: BookChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls `listener` when the book's health changes; gives back what ends it. */
  onHealth(listener: (health: BookHealth) => void): () => void {
    return this.#health.onChange(listener)
  }

  /** Writes the checkpoint and lets the book go. Commands asked for before are done first. */
  close(): Promise<void> {
    return this.#inOrder(async () => {
      await this.#backups.close()
      if (this.#files.journal.writable) await this.#schedule?.finish()
      await this.#end()
      this.#place.lock?.release()
    })
  }

  async #begin(): Promise<void> {
    const { journal, db, checkpoint, lastFormat } = this.#files
    this.#opened = Object.keys(db.data.contracts).length
    remarkOn(this.#place, this.#health)
    await this.#backups.list()
    if (!journal.writable) return
    if (lastFormat !== undefined && lastFormat < journal.format) {
      const made = await this.#backups.make(this.#source(), 'migration')
      if (!made.ok) journal.seal()
    }
    this.#schedule = new CheckpointSchedule(db, checkpoint, this.#files.checkpointed, this.#health)
    this.#backups.daily(() => this.#source())
  }

  /** Lets the files go as they are. */
  async #end(): Promise<void> {
    await this.#schedule?.stop()
    this.#schedule = undefined
    await this.#files.journal.close()
  }

  async #record(commands: readonly EscrowCommand[]): Promise<{ readonly ok: true; readonly recorded: readonly Recorded[] } | Refused> {
    const { journal, db, indexing } = this.#files
    if (!journal.writable) return this.#readOnly()
    const draft = await this.#draft(commands)
    const drafted: Drafted[] = []
    for (const [index, command] of commands.entries()) {
      const outcome = draft.add(command)
      if (!outcome.ok) return { ...outcome, index }
      drafted.push(outcome)
    }
    this.#backups.daily(() => this.#source())
    const appended = journal.append(db.data.position, this.#options.now().toISOString(), draft.entries)
    if (!appended.ok) {
      if (!journal.writable)
        this.#health.damaged([{ key: 'health.unsure', params: { reason: String(appended.refusal.params['reason'] ?? appended.refusal.code) } }])
      return appended
    }
    Object.assign(db.data, appended.after)
    for (const [contractId, record] of draft.contracts) db.data.contracts[contractId] = record
    db.data.entries = draft.lastEntry
    this.#opened = draft.opened
    indexing.add(appended.offset, draft.entries)
    this.#schedule?.touched()
    this.#tell([...draft.contracts.keys()])
    return { ok: true, recorded: drafted.map(each => ({ ...each, position: appended.after.position })) }
  }

  /** A transaction on the state as it is now. */
  async #draft(commands: readonly EscrowCommand[]): Promise<TransactionDraft> {
    const { db, indexing } = this.#files
    const reader = commands.some(({ type }) => NEEDS_INDEX.has(type)) ? new RecordReader(this.#files.journal, await indexing.ready) : undefined
    return new TransactionDraft({
      entries: db.data.entries,
      opened: this.#opened,
      today: this.#options.today(),
      contracts: db.data.contracts,
      contractOf: entry => reader?.contractOf(entry),
      recordsOf: contractId => reader?.recordsOf(contractId) ?? [],
    })
  }

  #source(): BackupSource {
    const { journal, db } = this.#files
    return { entries: db.data.entries, length: journal.length, bytes: (offset, length) => journal.bytes(offset, length) }
  }

  async #ledger(): Promise<Ledger> {
    const { journal, db, indexing } = this.#files
    return { journal, index: await indexing.ready, data: db.data }
  }

  #tell(contractIds: readonly string[]): void {
    const change = { position: this.#files.db.data.position, contractIds }
    // After the answer, and each by itself: what a listener does can neither hold a command up nor undo it.
    for (const listener of this.#listeners) queueMicrotask(() => listener(change))
  }

  #readOnly(): Refused {
    return storeRefused('book-read-only', { path: this.#place.folder })
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(work)
    this.#queue = run.catch(() => undefined)
    return run
  }
}

function filesOf({ folder, lock }: BookFolder, options: BookOptions, health: Health, backups: BackupDesk): ReturnType<typeof openFiles> {
  health.begin()
  return openFiles({
    folder,
    mayWrite: lock !== undefined,
    now: options.now,
    worker: options.worker,
    disk: options.disk ?? DISK,
    migrations: options.migrations ?? MIGRATIONS,
    health,
    onDamage: (note, entries, line) => tellDamage(health, backups, { note, entries, line }),
  })
}
