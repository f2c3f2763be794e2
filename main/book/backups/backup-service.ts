import type { BackupRow } from '../../../shared/api/backups.ts'
import { dayOf, type IsoDate } from '../../../shared/dates/calendar.ts'
import { Queue } from '../../scheduling/queue.ts'
import type { Health, Note } from '../faults/health.ts'
import { isFull, type Refused, reasonOf, storeRefused, writeRefused } from '../faults/store-refusal.ts'
import { type BackupReason, type BackupSource, Backups } from './backups.ts'

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

  /** The backups of the book in `folder`; `format` is the newest format that the app can read. */
  constructor(
    folder: string,
    { now, format, health }: { readonly now: () => Date; readonly format: number; readonly health: Health },
  ) {
    this.#backups = new Backups(folder)
    this.#folder = folder
    this.#now = now
    this.#format = format
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
   * Unpacks a backup into a new file. Refuses with `bad-input` (it is damaged) and
   * `format-too-new`; rejects if the disk is full.
   */
  async unpack(id: string, path: string): Promise<{ readonly ok: true } | Refused> {
    const damaged = storeRefused('bad-input', { id }, { variant: 'bad-backup', field: 'id' })
    try {
      const { report, format } = await this.#backups.unpack(id, path)
      // Breaks in an unknown format mean nothing.
      if (format !== undefined && format > this.#format)
        return storeRefused('format-too-new', { found: format, known: this.#format })
      return report.breaks.length === 0 ? { ok: true } : damaged
    } catch (problem) {
      if (isFull(reasonOf(problem))) throw problem
      return damaged
    }
  }

  /** The newest backup that can be restored; undefined if there is none. */
  newestGood(): Promise<BackupRow | undefined> {
    return this.#backups.newestGood(this.#now(), this.#format)
  }

  /** Aborts the backup in progress, and makes no more. */
  async close(): Promise<void> {
    this.#stop.abort()
    await this.#queue.run(() => Promise.resolve())
  }
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
