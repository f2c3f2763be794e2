import type { Entry } from '../../../shared/contract/events.ts'
import { type Refused, storeRefused, writeRefused } from '../faults/store-refusal.ts'
import { closeQuietly, type Disk, type FileIdentity, identityOf, isStill, readAt } from '../folder/disk.ts'
import { after, type ChainBreak, type ChainPosition, checkedLines, uncheckedLines } from './chain.ts'
import { type ChainRun, runCheck } from './chain-run.ts'
import { lineOf, type Transaction, transactionOf } from './line.ts'
import { formatOf, type Migration, migrated } from './migrations.ts'

/** A transaction as it was read, where its line begins, and the place after it. */
export interface ReadTransaction {
  readonly transaction: Transaction
  readonly offset: number
  readonly after: ChainPosition
}

/** In the place of an open file where there is none. */
export const NO_FILE = -1

/**
 * What a journal is opened with: its path, its open file (or `NO_FILE`), the bytes of whole lines
 * in it, the calls that write, and what reads older formats.
 */
export interface JournalFile {
  readonly path: string
  readonly file: number
  readonly length: number
  readonly disk: Disk
  readonly migrations: readonly Migration[]
}

/**
 * The journal: the book's truth, a file that only grows, one line a transaction. All else speaks to
 * it through `append` at an expected position and `read` from a place, so that another engine can
 * carry it one day.
 */
export class Journal {
  readonly #source: JournalFile
  #end: ChainPosition | undefined
  readonly #identity: FileIdentity | undefined
  #writable = false
  #isClosed = false
  readonly #checks = new Set<ChainRun>()

  constructor(source: JournalFile) {
    this.#source = source
    this.#identity = source.file === NO_FILE ? undefined : identityOf(source.file)
  }

  get path(): string {
    return this.#source.path
  }

  get format(): number {
    return formatOf(this.#source.migrations)
  }

  /** Its length in bytes, of whole lines. */
  get length(): number {
    return this.#end?.offset ?? this.#source.length
  }

  /**
   * False until it may be written, and again once a write failed in a way that leaves open what is
   * on the disk, or damage was found.
   */
  get writable(): boolean {
    return this.#writable
  }

  /**
   * Whether the file is still where it was opened: the folder may be moved, deleted or unplugged
   * while the book is open, and another one be there by now.
   */
  get isInPlace(): boolean {
    return this.#identity !== undefined && isStill(this.path, this.#identity)
  }

  /** Lets transactions be appended after the last one, which was read and ends at `end`. */
  allowAppends(end: ChainPosition): void {
    this.#end = end
    this.#writable = true
  }

  /** Refuses every append from now on. */
  seal(): void {
    this.#writable = false
  }

  /**
   * Appends one transaction after `expected` others: one write, one fsync. When it comes back with
   * `ok` the line is on the disk; a refusal (`book-read-only`, `disk-full`, `write-failed`) leaves
   * nothing of it. Throws where the journal is not at `expected`: a bug of the caller.
   */
  append(
    expected: number,
    at: string,
    entries: readonly Entry[],
  ): { readonly ok: true; readonly offset: number; readonly after: ChainPosition } | Refused {
    const { path, file, disk } = this.#source
    const end = this.#end
    if (!this.#writable || end === undefined) return storeRefused('book-read-only', { path })
    if (expected !== end.position) throw new Error(`append at ${expected}, but the journal is at ${end.position}`)
    const { text, hash } = lineOf({ format: this.format, seq: expected + 1, at, entries }, end.hash)
    const bytes = Buffer.from(text)
    try {
      if (this.#identity === undefined || !isStill(path, this.#identity, end.offset))
        return storeRefused('write-failed', { path }, { variant: 'moved' })
      // A second attempt at the rest would make two writes of one line; a short write is a full
      // disk nearly always.
      if (disk.write(file, bytes, end.offset) !== bytes.length)
        return this.#undo(end, storeRefused('disk-full', { path }))
    } catch (problem) {
      return this.#undo(end, writeRefused(problem, path))
    }
    try {
      disk.sync(file)
    } catch (problem) {
      // The system may have dropped the pages and call the next fsync a success: it is never asked
      // twice.
      this.#writable = false
      return this.#undo(end, writeRefused(problem, path))
    }
    this.#end = { position: expected + 1, offset: end.offset + bytes.length, hash }
    return { ok: true, offset: end.offset, after: this.#end }
  }

  /**
   * Reads the transactions from a place up to byte `until`, checking the chain (unless it is
   * `checkedBeside`). Ends at the first break, which it returns; else undefined.
   */
  *read(
    from: ChainPosition,
    { until = this.length, checkedBeside = false } = {},
  ): Generator<ReadTransaction, ChainBreak | undefined> {
    const lines = (checkedBeside ? uncheckedLines : checkedLines)(this.#source.file, from, until)
    for (;;) {
      const next = lines.next()
      if (next.done) return next.value
      const transaction = this.#transaction(next.value.bytes)
      if (transaction === undefined) return { code: 'unreadable', line: next.value.position, offset: next.value.offset }
      yield { transaction, offset: next.value.offset, after: after(next.value) }
    }
  }

  /**
   * The transaction whose line begins at `offset` and ends at `end`, newline included. Throws where
   * there is none: the file was changed meanwhile.
   */
  transactionAt(offset: number, end: number): Transaction {
    return this.transactionIn(this.bytes(offset, end - offset - 1))
  }

  /** The transaction in the bytes of a line, without its newline. Throws where there is none. */
  transactionIn(line: Buffer): Transaction {
    const transaction = this.#transaction(line)
    if (transaction === undefined) throw new Error(`${this.path} was changed while it was open`)
    return transaction
  }

  /**
   * `length` bytes of the file from `offset` on; fewer where it ends before. Throws once the
   * journal was closed.
   */
  bytes(offset: number, length: number): Buffer {
    if (this.#isClosed) throw new Error(`${this.path} was closed`)
    return readAt(this.#source.file, offset, length)
  }

  /**
   * Checks all lines from the first, beside the main thread (see `runCheck`), and indexes them
   * where asked.
   */
  check(withIndex: boolean, worker: URL | undefined): ChainRun {
    const run = runCheck(this.#source.file, { until: this.length, withIndex }, worker)
    this.#checks.add(run)
    const done = (): unknown => this.#checks.delete(run)
    run.report.then(done, done)
    return run
  }

  /** Lets the file go, once nothing reads it any more. */
  async close(): Promise<void> {
    this.#writable = false
    // The number of a closed file is soon another file's.
    if (this.#isClosed) return
    this.#isClosed = true
    await Promise.all([...this.#checks].map(check => check.stop()))
    closeQuietly(this.#source.file)
  }

  #transaction(line: Buffer): Transaction | undefined {
    try {
      return migrated(transactionOf(line), this.#source.migrations)
    } catch {
      return undefined
    }
  }

  /**
   * Cuts the file back to where it was before a failed append; where even that fails nothing more
   * is written.
   */
  #undo(end: ChainPosition, refusal: Refused): Refused {
    try {
      this.#source.disk.cut(this.#source.file, end.offset)
    } catch {
      this.#writable = false
    }
    return refusal
  }
}
