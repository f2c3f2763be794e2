import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import type { Book } from '../../../main/book/book.ts'
import type { BackupRow } from '../../../shared/api/backups.ts'

export const journalOf = (folder: string): Buffer => readFileSync(join(folder, 'journal.ndjson'))
export const unpacked = (folder: string, { id }: BackupRow): Buffer =>
  gunzipSync(readFileSync(join(folder, 'backups', id)))

/** The backups, once there are `count`: the daily one is made in the background. */
export async function backupsOf(book: Book, count: number): Promise<readonly BackupRow[]> {
  await expect.poll(async () => (await book.backups()).length).toBe(count)
  return book.backups()
}

export async function madeBackup(book: Book): Promise<BackupRow> {
  const made = await book.backUp('asked')
  if (!made.ok) throw new Error(made.refusal.code)
  return made.backup
}

/** Changes a digit of an amount in a line of the journal, as a failing disk would. */
export function damage(folder: string, line: number): void {
  const lines = journalOf(folder).toString().split('\n')
  lines[line - 1] = (lines[line - 1] ?? '').replace('"amount":', '"amount":1')
  writeFileSync(join(folder, 'journal.ndjson'), lines.join('\n'))
}
