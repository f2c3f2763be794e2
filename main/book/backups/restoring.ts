import { randomUUID } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Refused, storeRefused, writeRefused } from '../faults/store-refusal.ts'
import { syncFolder } from '../folder/disk.ts'
import { renamed } from '../folder/renaming.ts'
import type { BackupService } from './backup-service.ts'
import type { BackupSource } from './backups.ts'

/**
 * Writes another journal into a new file at `path`, with its chain checked; the file is durable
 * when it resolves.
 */
export type JournalSource = (path: string) => Promise<{ readonly ok: true } | Refused>

/**
 * The source that unpacks a backup. Refuses with `bad-input` if there is no intact backup of that
 * id, and `format-too-new` if a newer app made it.
 */
export function unpackedBackup(backups: BackupService, id: string): JournalSource {
  return async path => {
    const isListed = (await backups.list()).some(backup => backup.id === id)
    if (!isListed) return storeRefused('bad-input', { id }, { variant: 'unknown-backup', field: 'id' })
    return backups.unpack(id, path)
  }
}

/** The book to restore into: its folder, its backups and its current journal. */
export interface RestoreTarget {
  readonly folder: string
  readonly backups: BackupService
  readonly source: BackupSource
  /** Closes the book's files. */
  closeFiles(): Promise<void>
}

/**
 * Replaces a book's journal by another: writes and checks the other one, backs up the current one,
 * then renames. `mustReopen` tells whether the book's files were closed and must be opened again.
 */
export async function restored(
  unpack: JournalSource,
  { folder, backups, source, closeFiles }: RestoreTarget,
): Promise<({ readonly ok: true } | Refused) & { readonly mustReopen: boolean }> {
  const path = join(folder, 'journal.ndjson')
  const unpacked = `${path}.${randomUUID()}.tmp`
  let mustReopen = false
  try {
    const found = await unpack(unpacked)
    if (!found.ok) return { ...found, mustReopen }
    const made = source.length > 0 ? await backups.make(source, 'restore') : undefined
    if (made?.ok === false) return { ...made, mustReopen }
    await closeFiles()
    mustReopen = true
    await renamed(unpacked, path)
    // The checkpoint belongs to the replaced journal. Anything else in its place is left alone, and
    // noted when the book is opened.
    const checkpoint = join(folder, 'book.json')
    if (lstatSync(checkpoint, { throwIfNoEntry: false })?.isFile()) await rm(checkpoint)
    syncFolder(folder)
    return { ok: true, mustReopen }
  } catch (problem) {
    return { ...writeRefused(problem, folder), mustReopen }
  } finally {
    await rm(unpacked, { force: true })
  }
}
