import type { BackupRow } from '../../../shared/api/backups.ts'

const DAILY = 7
const WEEKLY = 4
const MONTHLY = 12
/** Backups that are not daily: requested, or made before a restore, an import or a migration. */
const OTHERS = 12

const DAY_MS = 86_400_000

/**
 * Sorts backups, newest first. A backup dated after `now` was made while the clock was ahead, and
 * comes after all others.
 */
export function newestFirst(backups: readonly BackupRow[], now: Date): readonly BackupRow[] {
  const moment = now.toISOString()
  const isAhead = ({ at }: BackupRow): number => (at > moment ? 1 : 0)
  return backups.toSorted(
    (a, b) => isAhead(a) - isAhead(b) || (a.at === b.at ? b.entries - a.entries : a.at < b.at ? 1 : -1),
  )
}

/**
 * The ids of the backups to keep from a list sorted newest first: the newest daily backup of each
 * of the last 7 days, 4 weeks and 12 months that have one, and the newest 12 others.
 */
export function backupsToKeep(backups: readonly BackupRow[]): ReadonlySet<string> {
  const daily = backups.filter(({ reason }) => reason === 'daily')
  const others = backups.filter(({ reason }) => reason !== 'daily').slice(0, OTHERS)
  return new Set(
    [
      ...newestOfEach(daily, at => at.slice(0, 10)).slice(0, DAILY),
      ...newestOfEach(daily, weekOf).slice(0, WEEKLY),
      ...newestOfEach(daily, at => at.slice(0, 7)).slice(0, MONTHLY),
      ...others,
    ].map(({ id }) => id),
  )
}

function newestOfEach(backups: readonly BackupRow[], periodOf: (at: string) => string): BackupRow[] {
  const newest = new Map<string, BackupRow>()
  for (const backup of backups) if (!newest.has(periodOf(backup.at))) newest.set(periodOf(backup.at), backup)
  return [...newest.values()]
}

/** The number of the week, from Monday: 1 January 1970 was a Thursday. */
function weekOf(at: string): string {
  return String(Math.floor((Date.parse(at.slice(0, 10)) / DAY_MS + 3) / 7))
}
