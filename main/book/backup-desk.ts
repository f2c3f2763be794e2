import { dayOf } from '../../shared/calendar.ts'
import type { BackupRow } from '../../shared/queries.ts'
import type { BackupReason, Refused } from './answers.ts'
import { type BackupSource, Backups } from './backups.ts'
import type { Health, Note } from './health.ts'
import { reasonOf, writeRefused } from './store-refusal.ts'

/** Decides when backups are made, one after another, and remembers the newest. */
export class BackupDesk {
  readonly #backups: Backups
  readonly #folder: string
  readonly #now: () => Date
  readonly #health: Health
  readonly #stop = new AbortController()
  #newest: BackupRow | undefined
  /** The calendar day of the last daily one, in milliseconds, since this is asked before every command. */
  #day = { from: 0, until: 0 }
  #queue: Promise<unknown> = Promise.resolve()

  constructor(folder: string, now: () => Date, health: Health) {
    this.#backups = new Backups(folder)
    this.#folder = folder
    this.#now = now
    this.#health = health
  }

  /** The moment of the newest backup (ISO 8601, UTC). */
  get newestAt(): string | null {
    return this.#newest?.at ?? null
  }

  /** All backups, newest first. */
  async list(): Promise<readonly BackupRow[]> {
    const backups = await this.#backups.list()
    this.#newest = backups[0]
    const daily = backups.find(({ reason }) => reason === 'daily')
    if (daily !== undefined) this.#day = dayAround(new Date(daily.at))
    return backups
  }

  /** Makes a backup. Refuses with `disk-full`, `write-failed`. */
  make(source: BackupSource, reason: BackupReason): Promise<{ readonly ok: true; readonly backup: BackupRow } | Refused> {
    const run = this.#queue.then(async () => {
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

  /** Makes the backup of the day, unless that was done, or there is nothing yet. Beside everything else: what goes wrong is told in the book's health. */
  daily(now: Date, source: () => BackupSource): void {
    const moment = now.getTime()
    if (moment >= this.#day.from && moment < this.#day.until) return
    const journal = source()
    if (journal.length === 0) return
    this.#day = dayAround(now)
    this.make(journal, 'daily').then(made => {
      if (made.ok || this.#stop.signal.aborted) return
      this.#health.remark({ key: 'health.backup-failed', params: { reason: String(made.refusal.params['reason'] ?? made.refusal.code) } })
    })
  }

  /** Unpacks a backup into a new file; false where it is damaged, and nothing is left of it then. */
  async unpack(id: string, path: string): Promise<boolean> {
    try {
      const report = await this.#backups.unpack(id, path)
      return report.breaks.length === 0
    } catch (problem) {
      if (reasonOf(problem) === 'ENOSPC') throw problem
      return false
    }
  }

  /** The newest backup whose chain is good; undefined where there is none. */
  newestGood(): Promise<BackupRow | undefined> {
    return this.#backups.newestGood()
  }

  /** Gives up a backup that is being made, and takes no more. */
  async close(): Promise<void> {
    this.#stop.abort()
    await this.#queue
  }
}

/** Tells that the journal is damaged at once, and what the newest good backup would bring back as soon as that is known. */
export function tellDamage(
  health: Health,
  backups: BackupDesk,
  { note, entries, line }: { readonly note: Note; readonly entries: number; readonly line?: number | undefined },
): void {
  health.damaged([note], line)
  backups.newestGood().then(
    good => {
      if (good === undefined) return health.damaged([note, { key: 'health.no-backup' }], line)
      const backup = { id: good.id, at: good.at, entries: good.entries, missing: Math.max(0, entries - good.entries) }
      const params = { at: { day: dayOf(new Date(good.at)) }, entries: backup.entries, missing: backup.missing }
      health.damaged([note, { key: 'health.offer-backup', params }], line, backup)
    },
    () => undefined,
  )
}

function dayAround(moment: Date): { readonly from: number; readonly until: number } {
  const midnight = (daysOn: number): number => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + daysOn).getTime()
  return { from: midnight(0), until: midnight(1) }
}
