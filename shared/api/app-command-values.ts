import type { AppliedStatement } from '../reconcile/statement.ts'
import type { CommandValue } from './answers.ts'
import type { AppCommand } from './app-commands.ts'
import type { BackupRow, Preferences, QueryValues } from './queries.ts'

/** A file that was written: its whole path, and its size in bytes. */
export interface SavedFile {
  readonly path: string
  readonly bytes: number
}

/**
 * What the command `save-year` answers: the folder, and how many files of how many bytes are in it.
 */
export interface SavedYear extends SavedFile {
  readonly files: number
}

/**
 * What `check-export` answers: how many entries the export holds, the hash of its last line, the
 * moment of that (ISO 8601, UTC; null where there is none), and how many entries of the open book
 * it has not.
 */
export interface CheckedExport {
  readonly path: string
  readonly entries: number
  readonly head: string
  readonly at: string | null
  readonly missing: number
}

/** What each command of the app answers when it is accepted. */
export interface AppCommandValues extends Record<AppCommand['type'], unknown> {
  'set-preference': Preferences
  'back-up': BackupRow
  'restore-backup': QueryValues['book']
  'open-book': { readonly folder: string; readonly name: string }
  'move-book': { readonly folder: string }
  'load-sample': { readonly folder: string }
  'save-export': SavedFile
  'check-export': CheckedExport
  'restore-export': QueryValues['book']
  'open-under-way': CommandValue
  'apply-statement': AppliedStatement
  'print-statement': SavedFile
  'save-year': SavedYear
  /** Whether there was such a job. */
  cancel: { readonly stopped: boolean }
}
