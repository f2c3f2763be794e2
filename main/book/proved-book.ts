import { Queue } from '../scheduling/queue.ts'
import type { Slices } from '../scheduling/slices.ts'
import type { Refused } from './faults/store-refusal.ts'
import type { JournalCommand } from './journal/journal-command.ts'
import type { OpenFiles } from './open-files.ts'
import { type BookContext, openFilesAnew } from './opening.ts'
import { contractConcerned } from './proof/concerned.ts'
import type { Differences } from './proof/differences.ts'
import { ReadableBook } from './readable-book.ts'
import { Recorder } from './recorder.ts'
import type { BookChange, Previewed } from './types.ts'

/**
 * An open book whose figures are proved by its journal: those read from a checkpoint are compared
 * with a fresh fold in the background, and replaced if they differ. Until then a command is decided
 * only on what was proved for it.
 */
export abstract class ProvedBook extends ReadableBook {
  protected readonly context: BookContext
  protected readonly queue = new Queue()
  protected files: OpenFiles
  protected recorder: Recorder
  protected isClosed = false
  /** The false parts that were replaced since opening, or since they were last asked for. */
  #found: Differences = []
  readonly #listeners = new Set<(change: BookChange) => void>()

  protected constructor(context: BookContext, files: OpenFiles) {
    super()
    this.context = context
    this.files = files
    this.recorder = this.#newRecorder()
    this.#prove()
  }

  /**
   * Resolves once the journal has proved every figure since opening, or turned out to be damaged,
   * which proves none. Figures that it does not prove have been replaced then. Whatever leaves the
   * book waits for this.
   */
  async proved(): Promise<void> {
    while (!this.files.proof.isSettled && !this.isClosed) {
      await this.files.proof.settled
      if (!this.files.proof.isSettled) await this.queue.run(() => this.#putRight())
    }
  }

  /** The result `executeAll` would have now, decided in slices, without recording anything. */
  previewAll(commands: readonly JournalCommand[], slices: Slices): Promise<Previewed | Refused> {
    return this.queue.run(async () => {
      await this.readyFor(commands)
      return this.recorder.previewAll(commands, slices)
    })
  }

  /** Calls `listener` after every transaction that took effect; returns an unsubscribe function. */
  onChanged(listener: (change: BookChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** True if these commands can be decided at once. */
  protected isReadyFor(commands: readonly JournalCommand[]): boolean {
    return this.files.proof.isSettled && this.recorder.isReadyFor(commands)
  }

  /**
   * Resolves once these commands can be decided, and on nothing that the journal does not prove.
   * Must run in the queue.
   */
  protected async readyFor(commands: readonly JournalCommand[]): Promise<void> {
    const { proof, journal, indexing, db } = this.files
    if (!proof.isSettled) {
      const concerned = contractConcerned(commands)
      const live = { journal, indexing, data: db.data }
      if (concerned === 'all' || !(await proof.covers(concerned.contractId, live))) {
        await proof.settled
        await this.#putRight()
      }
    }
    await this.recorder.readyFor(commands)
  }

  /** Takes the false parts that were replaced since opening, or since this was last called. */
  protected takeFound(): Differences {
    const found = this.#found
    this.#found = []
    return found
  }

  /** Goes on with other files, in which every figure may have changed. */
  protected take(files: OpenFiles): void {
    this.files = files
    this.recorder = this.#newRecorder()
    this.#prove()
  }

  /** Tells that every contract may have changed. */
  protected notifyAll(): void {
    const { position, contracts } = this.files.db.data
    this.#notify({ position, contractIds: Object.keys(contracts), accountIds: [], book: true })
  }

  #prove(): void {
    if (this.files.proof.isSettled) this.context.health.proved()
    else void this.proved()
  }

  /** Replaces figures that the journal does not prove. Must run in the queue. */
  async #putRight(): Promise<void> {
    const { files } = this
    const { result } = files.proof
    if (result === undefined || files.proof.isSettled || this.isClosed) return
    if (result.kind === 'different') this.#found = [...new Set([...this.#found, ...result.parts])]
    await this.recorder.stop()
    const opened = await openFilesAnew(this.context, files, result)
    if (!opened.ok) return files.proof.giveUp()
    // It was read-only for a reason that still holds: a rollback, or no backup before a migration.
    if (!files.journal.writable) opened.files.journal.stopAppends()
    this.take(opened.files)
    this.notifyAll()
    // Off the queue: a backup of it may be under way.
    void this.context.backups.settled().then(() => files.journal.close())
  }

  #newRecorder(): Recorder {
    return new Recorder(this.files, this.context, change => this.#notify(change))
  }

  #notify(change: BookChange): void {
    // In microtasks of their own: a listener can neither delay a command nor make it fail.
    for (const listener of this.#listeners) queueMicrotask(() => listener(change))
  }
}
