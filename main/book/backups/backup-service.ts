import type { BackupRow } from '../../../shared/api/backups.ts'
import { dayOf, type IsoDate } from '../../../shared/dates/calendar.ts'
import type { Health, Note } from '../faults/health.ts'
import { isFull, type Refused, reasonOf, storeRefused, writeRefused } from '../faults/store-refusal.ts'
import { type BackupReason, type BackupSource, Backups } from './backups.ts'

/** Decides when backups are made, one after another, and remembers the newest. */
export class BackupService {
  readonly #backups: Backups
  readonly #folder: string
  readonly #now: () => Date
  readonly #format: number
  readonly #health: Health
  readonly #stop = new AbortController()
  #newest: BackupRow | undefined
  /** The calendar days that have a daily one. */
  readonly #days = new Set<IsoDate>()
  /**
   * That of them which was today last, in milliseconds, since this is asked before every command.
   */
  #day = { from: 0, until: 0 }
  #queue: Promise<unknown> = Promise.resolve()

  /** The context of the book in `folder`; `format` is the newest that the app knows. */
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

  /** The moment of the newest backup (ISO 8601, UTC). */
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
   * Makes a backup. Refuses with `disk-full`, `write-failed` (the book's folder is not where it
   * was, too).
   */
  make(
    source: BackupSource,
    reason: BackupReason,
  ): Promise<{ readonly ok: true; readonly backup: BackupRow } | Refused> {
    const run = this.#queue.then(async () => {
      if (!source.isInPlace)
        return storeRefused('write-failed', { path: this.#folder, reason: 'ENOENT' }, { variant: 'moved' })
      try {
        this.#newest = await this.#backups.make(source, reason, this.#now(), this.#stop.signal)
        return { ok: true as const, backup: this.#newest }
      } catch (problem) {
        return writeRefused(problem, this.#folder)
      }
    })
    this.#queue = run
    return run
  }

  /**
   * Makes the backup of the day, unless that was done, or there is nothing yet. Beside everything
   * else: what goes wrong is told in the book's health.
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
   * Unpacks a backup into a new file. Refuses with `bad-input` (it is damaged), `format-too-new`;
   * rejects where there is no room for it.
   */
  async unpack(id: string, path: string): Promise<{ readonly ok: true } | Refused> {
    const damaged = storeRefused('bad-input', { id }, { variant: 'bad-backup', field: 'id' })
    try {
      const { report, format } = await this.#backups.unpack(id, path)
      // Of a format that is not known nothing but that can be told.
      if (format !== undefined && format > this.#format)
        return storeRefused('format-too-new', { found: format, known: this.#format })
      return report.breaks.length === 0 ? { ok: true } : damaged
    } catch (problem) {
      if (isFull(reasonOf(problem))) throw problem
      return damaged
    }
  }

  /** The newest backup that is good to restore; undefined where there is none. */
  newestGood(): Promise<BackupRow | undefined> {
    return this.#backups.newestGood(this.#now(), this.#format)
  }

  /** Gives up a backup that is being made, and takes no more. */
  async close(): Promise<void> {
    this.#stop.abort()
    await this.#queue
  }
}

/**
 * Tells that the journal is damaged at once, and what the newest good backup would bring back as
 * soon as that is known.
 */
export function tellDamage(
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
