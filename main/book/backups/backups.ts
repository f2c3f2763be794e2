import { createHash, randomUUID } from 'node:crypto'
import { closeSync, createReadStream, createWriteStream, lstatSync } from 'node:fs'
import { lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { BackupRow } from '../../../shared/api/backups.ts'
import { DISK, FILE_MODE, FOLDER_MODE, openExisting, syncFile, syncFolder } from '../folder/disk.ts'
import { renamed } from '../folder/renaming.ts'
import type { ChainBreak } from '../journal/chain.ts'
import { runCheck } from '../journal/chain-run.ts'
import { Journal } from '../journal/journal.ts'
import { formatOfLine, lastLine } from '../journal/journal-file.ts'
import type { Migration } from '../journal/migrations.ts'
import { foldedFresh } from '../proof/fresh-fold.ts'
import { namedBackup } from './backed-up.ts'
import { backupsToKeep, newestFirst } from './backup-retention.ts'

const BLOCK = 1 << 18
/** Bytes that any backup may unpack to. */
const LEAST_LIMIT = 64 << 20
/** Lengths of the journal that a backup may unpack to. */
const JOURNALS = 4
/** Times its own size that a backup may unpack to; a journal packs to about an eighth. */
const PACKED = 40

/** The reason why a backup is made. */
export type BackupReason = BackupRow['reason']

/** The journal to back up: its first `length` bytes, which hold `entries` entries. */
export interface BackupSource {
  readonly entries: number
  readonly length: number
  /** False if the book's folder was moved or deleted: its path may hold another book by now. */
  readonly isInPlace: boolean
  /** Reads `length` bytes at `offset`. */
  bytes(offset: number, length: number): Buffer
}

/**
 * An unpacked backup: the first line that is broken or makes no book, and the format of its last
 * line if that is intact.
 */
export interface Unpacked {
  readonly broken: ChainBreak | undefined
  readonly format: number | undefined
}

/**
 * The compressed copies of the journal in `backups/`. A file name holds the moment, the reason and
 * the number of entries: `2026-01-31T10-15-00.000Z.daily.21.ndjson.gz`.
 */
export class Backups {
  readonly #folder: string
  readonly #migrations: readonly Migration[]

  /** The backups of the book in `folder`, whose lines are read through `migrations`. */
  constructor(folder: string, migrations: readonly Migration[]) {
    this.#folder = join(folder, 'backups')
    this.#migrations = migrations
  }

  /** All backups, newest first (see `newestFirst`). */
  async list(now: Date): Promise<readonly BackupRow[]> {
    const names = await readdir(this.#folder).catch(() => [])
    const rows = await Promise.all(names.map(name => this.#row(name)))
    return newestFirst(
      rows.filter(row => row !== undefined),
      now,
    )
  }

  /**
   * Makes a backup, which is durable and verified when it resolves, then removes the backups that
   * need not be kept. `signal` aborts it. Rejects with the system's error, or if the backup read
   * back differs from the journal; nothing of it then remains.
   */
  async make(source: BackupSource, reason: BackupReason, now: Date, signal: AbortSignal): Promise<BackupRow> {
    await makeFolder(this.#folder)
    const id = `${now.toISOString().replaceAll(':', '-')}.${reason}.${source.entries}.ndjson.gz`
    const temporary = join(this.#folder, `${id}.${randomUUID()}.tmp`)
    try {
      const written = createHash('sha256')
      await pipeline(
        blocksOf(source, written),
        createGzip({ level: 6 }),
        createWriteStream(temporary, { flags: 'wx', mode: FILE_MODE }),
        { signal },
      )
      await syncFile(temporary)
      const readBack = createHash('sha256')
      await pipeline(createReadStream(temporary), createGunzip(), readBack, { signal })
      if (readBack.digest('hex') !== written.digest('hex')) throw new Error('the backup differs from the journal')
      await renamed(temporary, join(this.#folder, id))
    } catch (problem) {
      await rm(temporary, { force: true })
      throw problem
    }
    syncFolder(this.#folder)
    await this.#removeOld(now)
    const row = await this.#row(id)
    if (row === undefined) throw new Error(`the backup ${id} is gone`)
    return row
  }

  /**
   * Unpacks a backup into a new file, which is durable when it resolves, checks its chain, and
   * folds it. Rejects if it cannot be unpacked; the new file is then removed.
   */
  async unpack(id: string, path: string): Promise<Unpacked> {
    try {
      const packed = join(this.#folder, id)
      await pipeline(
        createReadStream(packed),
        createGunzip(),
        upTo(this.#limitOf(packed)),
        createWriteStream(path, { flags: 'wx', mode: FILE_MODE }),
      )
      await syncFile(path)
      const { size } = await lstat(path)
      const file = openExisting(path, false)
      try {
        const last = lastLine(file, size)
        const format = last === undefined ? undefined : formatOfLine(last)
        return { broken: await this.#firstBreak(file, size), format }
      } finally {
        closeSync(file)
      }
    } catch (problem) {
      await rm(path, { force: true })
      throw problem
    }
  }

  /**
   * The newest backup that makes a book, with a format up to `format`; undefined if there is none.
   */
  async newestGood(now: Date, format: number): Promise<BackupRow | undefined> {
    for (const backup of await this.list(now)) {
      const path = join(this.#folder, `${backup.id}.${randomUUID()}.tmp`)
      const unpacked = await this.unpack(backup.id, path).catch(() => undefined)
      await rm(path, { force: true })
      const isGood = unpacked !== undefined && unpacked.broken === undefined && (unpacked.format ?? 0) <= format
      if (isGood) return backup
    }
    return undefined
  }

  /**
   * The most bytes that a backup may unpack to. One of this book is about as long as its journal,
   * unless that is damaged; then its own size tells, as text does not pack as small as a bomb.
   */
  #limitOf(packed: string): number {
    const journal = lstatSync(join(dirname(this.#folder), 'journal.ndjson'), { throwIfNoEntry: false })
    return Math.max(LEAST_LIMIT, JOURNALS * (journal?.size ?? 0), PACKED * lstatSync(packed).size)
  }

  /** The first line of a journal that is broken or makes no book; undefined if it is whole. */
  async #firstBreak(file: number, length: number): Promise<ChainBreak | undefined> {
    const report = await runCheck(file, { until: length, withIndex: true }, undefined).result
    if (report === undefined) throw new Error('the check was stopped')
    const [first] = report.breaks
    if (first !== undefined) return first
    const journal = new Journal({ path: '', file, length, disk: DISK, migrations: this.#migrations })
    return (await foldedFresh(journal, { until: length, skipChecks: true })).broken
  }

  /** The backup in a file of this name; undefined if it is not a backup. */
  async #row(name: string): Promise<BackupRow | undefined> {
    const named = namedBackup(name)
    const there = await lstat(join(this.#folder, name)).catch(() => undefined)
    return named === undefined || there?.isFile() !== true ? undefined : { ...named, bytes: there.size }
  }

  async #removeOld(now: Date): Promise<void> {
    const backups = await this.list(now)
    const keep = backupsToKeep(backups)
    await Promise.all(
      backups.filter(({ id }) => !keep.has(id)).map(({ id }) => rm(join(this.#folder, id), { force: true })),
    )
  }
}

/**
 * Creates the folder, but not its parents: if the book's folder is gone it was moved or deleted,
 * and must not reappear without its journal.
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: FOLDER_MODE })
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return
    throw problem
  }
  syncFolder(dirname(folder))
}

/** Passes bytes on, and fails once there are more than `most`. */
function upTo(most: number): Transform {
  let passed = 0
  return new Transform({
    transform: (bytes: Buffer, _, done) => {
      passed += bytes.length
      if (passed > most) done(new Error('too large'))
      else done(null, bytes)
    },
  })
}

/** Yields the journal in blocks, as fast as they are compressed, and hashes them. */
async function* blocksOf(source: BackupSource, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < source.length; offset += BLOCK) {
    const block = source.bytes(offset, Math.min(BLOCK, source.length - offset))
    hash.update(block)
    yield block
  }
}
