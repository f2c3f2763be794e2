import type { Health } from '../faults/health.ts'
import { reasonOf } from '../faults/store-refusal.ts'
import type { CheckpointFile, CheckpointMark } from './checkpoint.ts'
import type { BookData } from './checkpoint-data.ts'

/** The book counts as idle after so long without a command. */
const IDLE_MS = 3_000
/**
 * A checkpoint is also written when so many transactions follow the last one, however busy the book
 * is, so that no start has more to fold.
 */
const MOST_BEHIND = 20_000
/**
 * While commands come, this long between two slices: a command in a hundred at most then meets one.
 */
const BUSY_PAUSE_MS = 25
const BUSY_MS = 50

/** The open files of a book, as far as its checkpoint is concerned. */
export interface CheckpointedFiles {
  /** The live state; `write` writes it through `checkpoint`. */
  readonly db: { readonly data: BookData; write(): Promise<void> }
  readonly checkpoint: CheckpointFile
  /** The number of transactions that the checkpoint on the disk covers. */
  readonly checkpointed: number
  /** Whether the journal still is at the path it was opened at. */
  readonly journal: { readonly isInPlace: boolean }
}

type WhenCheckpointed = ((mark: CheckpointMark) => Promise<void>) | undefined

/** Writes the checkpoint when the book is idle, and never in a command's way. */
export class CheckpointSchedule {
  readonly #files: CheckpointedFiles
  readonly #health: Health
  readonly #whenCheckpointed: WhenCheckpointed
  #written: number
  #lastTouch = Number.NEGATIVE_INFINITY
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> | undefined
  #hurried = false

  /** Takes over the open files of a book; what goes wrong is told to `health`. */
  constructor(files: CheckpointedFiles, health: Health, whenCheckpointed: WhenCheckpointed) {
    this.#files = files
    this.#whenCheckpointed = whenCheckpointed
    this.#written = files.checkpointed
    this.#health = health
    this.#wait(IDLE_MS)
    files.checkpoint.pause = () => this.#pause()
  }

  /** A transaction took effect. */
  touched(): void {
    this.#lastTouch = performance.now()
    // Not set anew for each command: when it is over, it waits for what is left.
    if (this.#timer === undefined) this.#wait(IDLE_MS)
    if (this.#files.db.data.position - this.#written >= MOST_BEHIND) this.#writeSoon()
  }

  /** Ends the schedule; resolves when no write is under way. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    this.#hurried = true
    await this.#writing
  }

  /**
   * Writes what is not written yet, at once, and ends the schedule. What goes wrong is told in the
   * book's health: the journal has it all.
   */
  async finish(): Promise<void> {
    await this.stop()
    await this.#write()
  }

  #wait(forMs: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      const left = IDLE_MS - (performance.now() - this.#lastTouch)
      if (left > 0) this.#wait(left)
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
    const { db, checkpoint, journal } = this.#files
    const { position } = db.data
    // What lies in its place was left alone, and still is.
    if (checkpoint.trouble?.kind === 'blocked') return
    if (position !== this.#written) {
      try {
        // Another book may be there by now, which has a checkpoint of its own.
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
