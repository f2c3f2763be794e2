import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupRow } from '../../../shared/api/backups.ts'

const NAME =
  /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2}\.\d{3})Z\.(daily|asked|restore|import|migration)\.(\d+)\.ndjson\.gz$/

/** The facts in the name of a backup; undefined for a file of any other name. */
export function namedBackup(name: string): Omit<BackupRow, 'bytes'> | undefined {
  const [, day, hour, minute, second, reason, entries] = NAME.exec(name) ?? []
  if (day === undefined) return undefined
  return {
    id: name,
    at: `${day}T${hour}:${minute}:${second}Z`,
    reason: reason as BackupRow['reason'],
    entries: Number(entries),
  }
}

/**
 * The backup of the book in a folder with the most entries, by the names of the files; undefined if
 * none has any.
 */
export function backedUp(folder: string): { readonly entries: number; readonly at: string } | undefined {
  let names: readonly string[]
  try {
    names = readdirSync(join(folder, 'backups'))
  } catch {
    return undefined
  }
  const backups = names.flatMap(name => namedBackup(name) ?? []).filter(({ entries }) => entries > 0)
  const [most] = backups.toSorted((one, other) => other.entries - one.entries || (one.at < other.at ? 1 : -1))
  return most === undefined ? undefined : { entries: most.entries, at: most.at }
}
