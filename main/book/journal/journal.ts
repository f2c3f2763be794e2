import type { JournalRecord } from '../../../shared/contract/events.ts'
import type { Background } from '../../scheduling/background.ts'
import { type Refused, storeRefused, writeRefused } from '../faults/store-refusal.ts'
import { closeQuietly, type Disk, type FileIdentity, identityOf, isStill, readAt } from '../folder/disk.ts'
import { after, type ChainBreak, type ChainPosition, checkedLines, uncheckedLines } from './chain.ts'
import type { ChainReport } from './chain-check.ts'
import { runCheck } from './chain-run.ts'
import { hashBefore } from './journal-tail.ts'
import { lineOf, type Transaction, transactionOf } from './line.ts'
import { readLines } from './line-reader.ts'
import { formatOf, type Migration, migrated } from './migrations.ts'
import { claimedHashOf } from './sealed-text.ts'

/** A transaction that was read, the byte its line begins at, and the position after it. */
export interface ReadTransaction {
  readonly transaction: Transaction
  readonly offset: number
  readonly after: ChainPosition
}

/** Stands for an open file if there is none. */
export const NO_FILE = -1

/**
 * An open journal file: its path, its descriptor (or `NO_FILE`), its length in bytes of complete
 * lines, the calls that write it, and the migrations that read older formats.
 */
export interface JournalFile {
  readonly path: string
  readonly file: number
  readonly length: number
  readonly disk: Disk
  readonly migrations: readonly Migration[]
}

/**
 * The journal: the book's source of truth, an append-only file with one transaction per line.
 * Index, checkpoint and readers address it by byte offset. A shared book will keep it that way: its
 * lines are accepted by a server first, and this file is the copy that everything reads.
 */
export class Journal {
  readonly #source: JournalFile
  #end: ChainPosition | undefined
  readonly #identity: FileIdentity | undefined
  #writable = false
  #isClosed = false
  #firstHash: string | undefined
  readonly #background = new Set<Background<unknown>>()

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

  /** The length in bytes of all complete lines. */
  get length(): number {
    return this.#end?.offset ?? this.#source.length
  }

  /**
   * False until appends are allowed, and again after damage was found or a failed write has left
   * the state of the disk unknown.
   */
  get writable(): boolean {
    return this.#writable
  }

  /**
   * True if the file still is at its path: the folder may have been moved, deleted or unplugged
   * while the book was open, and another book may be there now.
   */
  get isInPlace(): boolean {
    return this.#identity !== undefined && isStill(this.path, this.#identity)
  }

  /** True once it is being closed. */
  get isClosed(): boolean {
    return this.#isClosed
  }

  /** The hash of the first line, which tells books apart; undefined if there is none. */
  get firstHash(): string | undefined {
    if (this.#source.file === NO_FILE || this.length === 0) return undefined
    this.#firstHash ??= firstHashOf(this.#source.file, this.length)
    return this.#firstHash
  }

  /** True if a line with this hash ends at this position. */
  hasLine({ offset, hash }: ChainPosition): boolean {
    return offset <= this.length && (offset === 0 || hashBefore(this.#source.file, offset) === hash)
  }

  /** Allows appends after `end`, which must be the end of the last transaction read. */
  allowAppends(end: ChainPosition): void {
    this.#end = end
    this.#writable = true
  }

  /** Refuses every append from now on. */
  stopAppends(): void {
    this.#writable = false
  }

  /**
   * Appends one transaction after `expected` others: one write, one fsync. Synchronous: when it
   * returns `ok`, the line is on disk. A refusal (`book-read-only`, `disk-full`, `write-failed`)
   * leaves nothing of it. Throws if the journal is not at `expected`: a bug in the caller.
   */
  append(
    expected: number,
    at: string,
    entries: readonly JournalRecord[],
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
      // Not retried: a line is one write, and a short write nearly always means a full disk.
      if (disk.write(file, bytes, end.offset) !== bytes.length)
        return this.#undo(end, storeRefused('disk-full', { path }))
    } catch (problem) {
      return this.#undo(end, writeRefused(problem, path))
    }
    try {
      disk.sync(file)
    } catch (problem) {
      // Never retried: the system may have dropped the pages and report success next time.
      this.#writable = false
      return this.#undo(end, writeRefused(problem, path))
    }
    this.#end = { position: expected + 1, offset: end.offset + bytes.length, hash }
    return { ok: true, offset: end.offset, after: this.#end }
  }

  /**
   * Reads the transactions from a position up to byte `until`, checking the chain unless
   * `skipChecks`. Stops at the first break and returns it; returns undefined if there is none.
   */
  *read(
    from: ChainPosition,
    { until = this.length, skipChecks = false } = {},
  ): Generator<ReadTransaction, ChainBreak | undefined> {
    const lines = (skipChecks ? uncheckedLines : checkedLines)(this.#source.file, from, until)
    for (;;) {
      const next = lines.next()
      if (next.done) return next.value
      const transaction = this.#transaction(next.value.bytes)
      if (transaction === undefined) return { code: 'unreadable', line: next.value.position, offset: next.value.offset }
      yield { transaction, offset: next.value.offset, after: after(next.value) }
    }
  }

  /**
   * Parses a line, without its newline, of an intact part of the file. Throws if it is not a
   * transaction: the file was changed meanwhile.
   */
  transactionIn(line: Buffer): Transaction {
    const transaction = this.#transaction(line)
    if (transaction === undefined) throw new Error(`${this.path} was changed while it was open`)
    return transaction
  }

  /**
   * Reads `length` bytes at `offset`; fewer if the file ends before that. Throws once it is closed.
   */
  bytes(offset: number, length: number): Buffer {
    if (this.#isClosed) throw new Error(`${this.path} was closed`)
    return readAt(this.#source.file, offset, length)
  }

  /** Checks all lines in the background (see `runCheck`), and indexes them if asked. */
  check(withIndex: boolean, worker: URL | undefined): Background<ChainReport> {
    return this.inBackground(file => runCheck(file, { until: this.length, withIndex }, worker))
  }

  /** Starts work that reads the file by its descriptor, and is stopped before it is closed. */
  inBackground<T>(start: (file: number) => Background<T>): Background<T> {
    const run = start(this.#source.file)
    this.#background.add(run)
    const done = (): unknown => this.#background.delete(run)
    run.result.then(done, done)
    return run
  }

  /** Closes the file, once nothing reads it any more. */
  async close(): Promise<void> {
    this.#writable = false
    // The descriptor of a closed file is soon reused.
    if (this.#isClosed) return
    this.#isClosed = true
    await Promise.all([...this.#background].map(run => run.stop()))
    closeQuietly(this.#source.file)
  }

  #transaction(line: Buffer): Transaction | undefined {
    try {
      return migrated(transactionOf(line), this.#source.migrations)
    } catch {
      return undefined
    }
  }

  /** Cuts off a failed append; if even that fails, stops all writes. */
  #undo(end: ChainPosition, refusal: Refused): Refused {
    try {
      this.#source.disk.cut(this.#source.file, end.offset)
    } catch {
      this.#writable = false
    }
    return refusal
  }
}

function firstHashOf(file: number, until: number): string | undefined {
  for (const { bytes, ended } of readLines(file, 0, until)) return ended ? claimedHashOf(bytes) : undefined
  return undefined
}
