import { createHash, randomUUID } from 'node:crypto'
import { closeSync, createReadStream, createWriteStream } from 'node:fs'
import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { BackupRow } from '../../../shared/api/backups.ts'
import { FILE_MODE, FOLDER_MODE, openExisting, syncFile, syncFolder } from '../folder/disk.ts'
import type { ChainReport } from '../journal/chain-check.ts'
import { runCheck } from '../journal/chain-run.ts'
import { formatOfLine, lastLine } from '../journal/journal-file.ts'
import { backupsToKeep, newestFirst } from './backup-retention.ts'

const NAME =
  /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2}\.\d{3})Z\.(daily|asked|restore|import|migration)\.(\d+)\.ndjson\.gz$/
const BLOCK = 1 << 18

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
 * An unpacked backup: the check of its chain, and the format of its last line if that is intact.
 */
export interface Unpacked {
  readonly report: ChainReport
  readonly format: number | undefined
}

/**
 * The compressed copies of the journal in `backups/`. A file name holds the moment, the reason and
 * the number of entries: `2026-01-31T10-15-00.000Z.daily.21.ndjson.gz`.
 */
export class Backups {
  readonly #folder: string

  /** The backups of the book in `folder`. */
  constructor(folder: string) {
    this.#folder = join(folder, 'backups')
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
      await rename(temporary, join(this.#folder, id))
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
   * Unpacks a backup into a new file, which is durable when it resolves, and checks its chain.
   * Rejects if it cannot be unpacked; the new file is then removed.
   */
  async unpack(id: string, path: string): Promise<Unpacked> {
    try {
      await pipeline(
        createReadStream(join(this.#folder, id)),
        createGunzip(),
        createWriteStream(path, { flags: 'wx', mode: FILE_MODE }),
      )
      await syncFile(path)
      const { size } = await lstat(path)
      const file = openExisting(path, false)
      try {
        const report = await runCheck(file, { until: size, withIndex: true }, undefined).result
        if (report === undefined) throw new Error('the check was stopped')
        const last = lastLine(file, size)
        return { report, format: last === undefined ? undefined : formatOfLine(last) }
      } finally {
        closeSync(file)
      }
    } catch (problem) {
      await rm(path, { force: true })
      throw problem
    }
  }

  /**
   * The newest backup with an intact chain and a format up to `format`; undefined if there is none.
   */
  async newestGood(now: Date, format: number): Promise<BackupRow | undefined> {
    for (const backup of await this.list(now)) {
      const path = join(this.#folder, `${backup.id}.${randomUUID()}.tmp`)
      const unpacked = await this.unpack(backup.id, path).catch(() => undefined)
      await rm(path, { force: true })
      if (unpacked?.report.breaks.length === 0 && (unpacked.format ?? 0) <= format) return backup
    }
    return undefined
  }

  /** The backup in a file of this name; undefined if it is not a backup. */
  async #row(name: string): Promise<BackupRow | undefined> {
    const [, day, hour, minute, second, reason, entries] = NAME.exec(name) ?? []
    const there = await lstat(join(this.#folder, name)).catch(() => undefined)
    if (day === undefined || there?.isFile() !== true) return undefined
    return {
      id: name,
      at: `${day}T${hour}:${minute}:${second}Z`,
      reason: reason as BackupReason,
      entries: Number(entries),
      bytes: there.size,
    }
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

/** Yields the journal in blocks, as fast as they are compressed, and hashes them. */
async function* blocksOf(source: BackupSource, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < source.length; offset += BLOCK) {
    const block = source.bytes(offset, Math.min(BLOCK, source.length - offset))
    hash.update(block)
    yield block
  }
}
