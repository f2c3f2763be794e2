import { createHash, randomUUID } from 'node:crypto'
import { closeSync, createReadStream, createWriteStream } from 'node:fs'
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { BackupRow } from '../../../shared/api/backups.ts'
import { FILE_MODE, FOLDER_MODE, openExisting, syncFolder } from '../folder/disk.ts'
import type { ChainReport } from '../journal/chain-check.ts'
import { runCheck } from '../journal/chain-run.ts'
import { formatOfLine, lastLine } from '../journal/journal-file.ts'
import { kept, newestFirst } from './backup-retention.ts'

const NAME =
  /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2}\.\d{3})Z\.(daily|asked|restore|import|migration)\.(\d+)\.ndjson\.gz$/
const BLOCK = 1 << 18

/** Why a backup is made. */
export type BackupReason = BackupRow['reason']

/** What is backed up: the open journal's first `length` bytes, with so many entries. */
export interface BackupSource {
  readonly entries: number
  readonly length: number
  /**
   * False where the book's folder was moved or deleted meanwhile: what is at its path now is not
   * this book.
   */
  readonly isInPlace: boolean
  bytes(offset: number, length: number): Buffer
}

/**
 * A backup that was unpacked: what its chain is like, and the format of its last line where that is
 * good.
 */
export interface Unpacked {
  readonly report: ChainReport
  readonly format: number | undefined
}

/**
 * The compressed copies of the journal in `backups/`. A name says when, why and how many entries:
 * `2026-01-31T10-15-00.000Z.daily.21.ndjson.gz`.
 */
export class Backups {
  readonly #folder: string

  /** Those of the book in `folder`. */
  constructor(folder: string) {
    this.#folder = join(folder, 'backups')
  }

  /** All of them, newest first (see `newestFirst`). */
  async list(now: Date): Promise<readonly BackupRow[]> {
    const names = await readdir(this.#folder).catch(() => [])
    const rows = await Promise.all(names.map(name => this.#row(name)))
    return newestFirst(
      rows.filter(row => row !== undefined),
      now,
    )
  }

  /**
   * Copies a journal, on the disk when it resolves and read back to see that it is the same; then
   * removes those past their time. `signal` gives it up. Rejects with the system's error, or an
   * Error when what was read back differs; nothing of it then stays.
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
      const file = await open(temporary, 'r+')
      await file.sync().finally(() => file.close())
      const readBack = createHash('sha256')
      await pipeline(createReadStream(temporary), createGunzip(), readBack, { signal })
      if (readBack.digest('hex') !== written.digest('hex')) throw new Error('the backup differs from the journal')
      await rename(temporary, join(this.#folder, id))
    } catch (problem) {
      await rm(temporary, { force: true })
      throw problem
    }
    syncFolder(this.#folder)
    await this.#removePast(now)
    const row = await this.#row(id)
    if (row === undefined) throw new Error(`the backup ${id} is gone`)
    return row
  }

  /**
   * Unpacks a backup into a new file, on the disk when it resolves, and checks its chain. Rejects
   * where it cannot be unpacked; the new file is then gone.
   */
  async unpack(id: string, path: string): Promise<Unpacked> {
    try {
      await pipeline(
        createReadStream(join(this.#folder, id)),
        createGunzip(),
        createWriteStream(path, { flags: 'wx', mode: FILE_MODE }),
      )
      const written = await open(path, 'r+')
      await written.sync().finally(() => written.close())
      const { size } = await lstat(path)
      const file = openExisting(path, false)
      try {
        const report = await runCheck(file, { until: size, withIndex: true }, undefined).report
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
   * The newest backup whose chain is good and whose format is none after `format`; undefined where
   * there is none.
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

  async #removePast(now: Date): Promise<void> {
    const backups = await this.list(now)
    const keep = kept(backups)
    await Promise.all(
      backups.filter(({ id }) => !keep.has(id)).map(({ id }) => rm(join(this.#folder, id), { force: true })),
    )
  }
}

/**
 * Not with the folders above it: where the book's own is gone it was moved or deleted, and must not
 * be there again without its journal.
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

/**
 * The journal in blocks, each waiting for the one before to be compressed, and hashed on the way.
 */
async function* blocksOf(source: BackupSource, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < source.length; offset += BLOCK) {
    const block = source.bytes(offset, Math.min(BLOCK, source.length - offset))
    hash.update(block)
    yield block
  }
}
