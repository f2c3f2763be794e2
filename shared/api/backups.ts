import { z } from 'zod'
import type { BookAnswer } from './book.ts'

/** The query for the backups of the book. */
export const backupQueries = [z.strictObject({ type: z.literal('backups') })] as const

/** The answer to the query for backups. */
export interface BackupQueryValues {
  backups: readonly BackupRow[]
}

/**
 * A compressed copy of the journal: its file name, the time and reason of the backup, the number of
 * entries and the size in bytes.
 */
export interface BackupRow {
  readonly id: string
  readonly at: string
  readonly reason: 'daily' | 'asked' | 'restore' | 'import' | 'migration'
  readonly entries: number
  readonly bytes: number
}

/** The commands that make and restore a backup. */
export const backupCommands = [
  z.strictObject({ type: z.literal('back-up') }),
  /** Takes an `id` from the query `backups`. */
  /** Ends a rollback: the book goes on from where it is, without the entries it lacks. */
  z.strictObject({ type: z.literal('accept-rollback') }),
  z.strictObject({ type: z.literal('restore-backup'), id: z.string().min(1).max(200) }),
] as const

/** The values of the commands about backups. */
export interface BackupCommandValues {
  'back-up': BackupRow
  'restore-backup': BookAnswer
  'accept-rollback': BookAnswer
}
