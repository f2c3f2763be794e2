import { randomUUID } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Refused, storeRefused, writeRefused } from '../faults/store-refusal.ts'
import { syncFolder } from '../folder/disk.ts'
import type { BackupService } from './backup-service.ts'
import type { BackupSource } from './backups.ts'

/**
 * Where another journal comes from: writes it, checked from its first line to its last, into a new
 * file, on the disk when it resolves.
 */
export type JournalSource = (path: string) => Promise<{ readonly ok: true } | Refused>

/**
 * A backup as such a source. Refuses `bad-input` where there is no good one of that id,
 * `format-too-new` where a newer app made it.
 */
export function backupSource(backups: BackupService, id: string): JournalSource {
  return async path => {
    const isListed = (await backups.list()).some(backup => backup.id === id)
    if (!isListed) return storeRefused('bad-input', { id }, { variant: 'unknown-backup', field: 'id' })
    return backups.unpack(id, path)
  }
}

/**
 * What is restored into: the book's folder, its backups, the journal as it is, and what closes the
 * book's files.
 */
export interface Restoring {
  readonly folder: string
  readonly backups: BackupService
  readonly source: BackupSource
  letGo(): Promise<void>
}

/**
 * Puts another journal in this one's place: unpacked and checked first, then what is there is
 * backed up, then the one takes the other's name. `wasLetGo` tells whether the book's files were
 * closed and must be opened again.
 */
export async function restored(
  unpack: JournalSource,
  { folder, backups, source, letGo }: Restoring,
): Promise<({ readonly ok: true } | Refused) & { readonly wasLetGo: boolean }> {
  const path = join(folder, 'journal.ndjson')
  const unpacked = `${path}.${randomUUID()}.tmp`
  let wasLetGo = false
  try {
    const found = await unpack(unpacked)
    if (!found.ok) return { ...found, wasLetGo }
    const made = source.length > 0 ? await backups.make(source, 'restore') : undefined
    if (made?.ok === false) return { ...made, wasLetGo }
    await letGo()
    wasLetGo = true
    await rename(unpacked, path)
    // The checkpoint stands for the other journal. Something else in its place is left alone, and
    // told when the book is opened.
    const checkpoint = join(folder, 'book.json')
    if (lstatSync(checkpoint, { throwIfNoEntry: false })?.isFile()) await rm(checkpoint)
    syncFolder(folder)
    return { ok: true, wasLetGo }
  } catch (problem) {
    return { ...writeRefused(problem, folder), wasLetGo }
  } finally {
    await rm(unpacked, { force: true })
  }
}
