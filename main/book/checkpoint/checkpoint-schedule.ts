import type { Health } from '../faults/health.ts'
import { reasonOf } from '../faults/store-refusal.ts'
import type { CheckpointFile, CheckpointMark } from './checkpoint.ts'
import type { BookData } from './checkpoint-data.ts'

/** The book counts as idle after this long without a command. */
const IDLE_MS = 3_000
/**
 * A checkpoint is also written once it is this many transactions behind, however busy the book is,
 * so that no start has more than that to fold.
 */
const MOST_BEHIND = 20_000
/** The pause between two slices while commands come: at most one command in a hundred meets one. */
const BUSY_PAUSE_MS = 25
const BUSY_MS = 50

/** The part of a book's open files that the schedule needs. */
export interface CheckpointedFiles {
  /** The live state; `write` writes it through `checkpoint`. */
  readonly db: { readonly data: BookData; write(): Promise<void> }
  readonly checkpoint: CheckpointFile
  /** The number of transactions that the checkpoint on the disk covers. */
  readonly checkpointed: number
  /** True if the journal still is at the path it was opened at. */
  readonly journal: { readonly isInPlace: boolean }
  /** True once the journal has proved the live state; no other is written. */
  readonly proof: { readonly isProved: boolean }
}

type WhenCheckpointed = ((mark: CheckpointMark) => Promise<void>) | undefined

/** Writes the checkpoint when the book is idle, and gives way to commands. */
export class CheckpointSchedule {
  readonly #files: CheckpointedFiles
  readonly #health: Health
  readonly #whenCheckpointed: WhenCheckpointed
  #written: number
  #lastTouch = Number.NEGATIVE_INFINITY
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> | undefined
  #hurried = false

  /**
   * Begins the schedule. Failures are noted in `health`. `whenCheckpointed` is called when the book
   * is idle, and at the end, if the checkpoint covers all of it.
   */
  constructor(files: CheckpointedFiles, health: Health, whenCheckpointed: WhenCheckpointed) {
    this.#files = files
    this.#whenCheckpointed = whenCheckpointed
    this.#written = files.checkpointed
    this.#health = health
    this.#wait(IDLE_MS)
    files.checkpoint.pause = () => this.#pause()
  }

  /** Called after every transaction. */
  touched(): void {
    this.#lastTouch = performance.now()
    // Not restarted by each command: when the timer fires, it waits for the rest.
    if (this.#timer === undefined) this.#wait(IDLE_MS)
    if (this.#files.db.data.position - this.#written >= MOST_BEHIND) this.#writeSoon()
  }

  /** Ends the schedule; resolves when no write is in progress. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    this.#hurried = true
    await this.#writing
  }

  /**
   * Ends the schedule and brings the checkpoint up to date without pauses. A failure is only noted
   * in `health`, since the journal holds everything.
   */
  async finish(): Promise<void> {
    await this.stop()
    await this.#write()
  }

  #wait(forMs: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      const left = IDLE_MS - (performance.now() - this.#lastTouch)
      if (left > 0 || !this.#files.proof.isProved) this.#wait(left > 0 ? left : IDLE_MS)
      else this.#writeSoon()
    }, forMs)
    this.#timer.unref()
  }

  #writeSoon(): void {
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined
    })
  }

  async #write(): Promise<void> {
    const { db, checkpoint, journal, proof } = this.#files
    const { position } = db.data
    // Something else occupies its path; leave it alone.
    if (checkpoint.trouble?.kind === 'blocked' || !proof.isProved) return
    if (position !== this.#written) {
      try {
        // Another book with a checkpoint of its own may be in the folder by now.
        if (!journal.isInPlace) throw new Error('ENOENT')
        await db.write()
        this.#written = position
      } catch (problem) {
        return this.#health.remark({ code: 'checkpoint-failed', params: { reason: reasonOf(problem) } })
      }
    }
    if (checkpoint.mark?.hash === db.data.hash) await this.#whenCheckpointed?.(checkpoint.mark)
  }

  async #pause(): Promise<void> {
    if (this.#hurried) return
    const isBusy = performance.now() - this.#lastTouch < BUSY_MS
    await new Promise(resolve => (isBusy ? setTimeout(resolve, BUSY_PAUSE_MS) : setImmediate(resolve)))
  }
}
