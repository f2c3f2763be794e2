import type { BackupRow } from '../../../shared/api/backups.ts'
import { dayOf, type IsoDate } from '../../../shared/dates/calendar.ts'
import { Queue } from '../../scheduling/queue.ts'
import type { Health, Note } from '../faults/health.ts'
import { isFull, type Refused, reasonOf, storeRefused, writeRefused } from '../faults/store-refusal.ts'
import type { ChainBreak } from '../journal/chain.ts'
import { formatOf, type Migration } from '../journal/migrations.ts'
import { type BackupReason, type BackupSource, Backups } from './backups.ts'

/** The clock, the health and the migrations of the book that backups are made of. */
export interface BackupContext {
  readonly now: () => Date
  readonly health: Health
  readonly migrations: readonly Migration[]
}

/** Makes the backups of a book, one after another, and remembers the newest. */
export class BackupService {
  readonly #backups: Backups
  readonly #folder: string
  readonly #now: () => Date
  readonly #format: number
  readonly #health: Health
  readonly #stop = new AbortController()
  #newest: BackupRow | undefined
  /** The calendar days with a daily backup. */
  readonly #days = new Set<IsoDate>()
  /** The day that `daily` checked last, in milliseconds: it is called before every command. */
  #day = { from: 0, until: 0 }
  readonly #queue = new Queue()

  /** The backups of the book in `folder`, whose lines are read through `migrations`. */
  constructor(folder: string, { now, migrations, health }: BackupContext) {
    this.#backups = new Backups(folder, migrations)
    this.#folder = folder
    this.#now = now
    this.#format = formatOf(migrations)
    this.#health = health
  }

  /** The moment of the newest backup (ISO 8601, UTC); null if there is none. */
  get newestAt(): string | null {
    return this.#newest?.at ?? null
  }

  /** All backups, newest first. */
  async list(): Promise<readonly BackupRow[]> {
    const backups = await this.#backups.list(this.#now())
    this.#newest = backups[0]
    for (const { at, reason } of backups) if (reason === 'daily') this.#days.add(dayOf(new Date(at)))
    return backups
  }

  /**
   * Makes a backup. Refuses with `disk-full` and `write-failed`, also if the book's folder was
   * moved.
   */
  make(
    source: BackupSource,
    reason: BackupReason,
  ): Promise<{ readonly ok: true; readonly backup: BackupRow } | Refused> {
    return this.#queue.run(async () => {
      if (!source.isInPlace)
        return storeRefused('write-failed', { path: this.#folder, reason: 'ENOENT' }, { variant: 'moved' })
      try {
        this.#newest = await this.#backups.make(source, reason, this.#now(), this.#stop.signal)
        return { ok: true as const, backup: this.#newest }
      } catch (problem) {
        return writeRefused(problem, this.#folder)
      }
    })
  }

  /**
   * Starts the backup of the day in the background, unless there is one or the journal is empty. A
   * failure is noted in the book's health.
   */
  daily(now: Date, source: () => BackupSource): void {
    const moment = now.getTime()
    if (moment >= this.#day.from && moment < this.#day.until) return
    this.#day = dayAround(now)
    const day = dayOf(now)
    if (this.#days.has(day)) return
    const journal = source()
    if (journal.length === 0) {
      this.#day = { from: 0, until: 0 }
      return
    }
    this.#days.add(day)
    this.make(journal, 'daily').then(made => {
      if (made.ok || this.#stop.signal.aborted) return
      this.#health.remark({
        code: 'backup-failed',
        params: { reason: String(made.refusal.params['reason'] ?? made.refusal.code) },
      })
    })
  }

  /**
   * Unpacks a backup into a new file. Refuses with `bad-input` (it is damaged, or makes no book)
   * and `format-too-new`; rejects if the disk is full.
   */
  async unpack(id: string, path: string): Promise<{ readonly ok: true } | Refused> {
    try {
      const { broken, format } = await this.#backups.unpack(id, path)
      // Breaks in an unknown format mean nothing.
      if (format !== undefined && format > this.#format)
        return storeRefused('format-too-new', { found: format, known: this.#format })
      return broken === undefined ? { ok: true } : unusable(id, broken)
    } catch (problem) {
      if (isFull(reasonOf(problem))) throw problem
      return unusable(id)
    }
  }

  /** The newest backup that can be restored; undefined if there is none. */
  newestGood(): Promise<BackupRow | undefined> {
    return this.#backups.newestGood(this.#now(), this.#format)
  }

  /** Resolves once no backup is in progress. */
  settled(): Promise<void> {
    return this.#queue.run(() => Promise.resolve())
  }

  /** Aborts the backup in progress, and makes no more. */
  async close(): Promise<void> {
    this.#stop.abort()
    await this.settled()
  }
}

/** The refusal of a backup that is damaged or makes no book. */
function unusable(id: string, broken?: ChainBreak): Refused {
  const params = { id, line: broken?.line ?? 0, ...broken?.params }
  const variant =
    broken?.code === 'unaccepted'
      ? 'unaccepted-backup'
      : broken?.code === 'unknown-record'
        ? 'newer-backup'
        : 'bad-backup'
  return storeRefused('bad-input', params, { variant, field: 'id' })
}

/**
 * Notes at once that the journal is damaged, and then, once it is found, which backup could be
 * restored. `entries` is the number of entries the journal had.
 */
export function reportDamage(
  health: Health,
  backups: BackupService,
  { note, entries, line }: { readonly note: Note; readonly entries: number; readonly line?: number | undefined },
): void {
  health.damaged([note], { line, isFinal: false })
  backups.newestGood().then(
    good => {
      if (good === undefined) return health.damaged([note, { code: 'no-backup' }], { line, isFinal: true })
      const backup = { id: good.id, at: good.at, entries: good.entries, missing: Math.max(0, entries - good.entries) }
      const params = { at: { day: dayOf(new Date(good.at)) }, entries: backup.entries, missing: backup.missing }
      health.damaged([note, { code: 'offer-backup', params }], { line, backup, isFinal: true })
    },
    () => health.damaged([note], { line, isFinal: true }),
  )
}

function dayAround(moment: Date): { readonly from: number; readonly until: number } {
  const midnight = (daysOn: number): number =>
    new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + daysOn).getTime()
  return { from: midnight(0), until: midnight(1) }
}
