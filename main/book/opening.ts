import { BackupService, reportDamage } from './backups/backup-service.ts'
import { Health } from './faults/health.ts'
import { type BookFolder, remarkOn } from './folder/book-folder.ts'
import { DISK } from './folder/disk.ts'
import { quarantineFile } from './folder/quarantine.ts'
import { MIGRATIONS } from './journal/migrations.ts'
import { backupSourceOf, type OpenFiles, type OpenFilesContext, openFiles } from './open-files.ts'
import { BOOK } from './proof/differences.ts'
import type { ProofResult } from './proof/proof.ts'
import { rollbackOf } from './rollback.ts'
import type { BookOptions } from './types.ts'

/** The parts of an open book that a restore keeps: folder, options, health and backups. */
export interface BookContext {
  readonly bookFolder: BookFolder
  readonly options: BookOptions
  readonly health: Health
  readonly backups: BackupService
}

/** The context of the book in a claimed folder. */
export function contextOf(bookFolder: BookFolder, options: BookOptions): BookContext {
  const health = new Health()
  const { now, migrations = MIGRATIONS } = options
  return {
    bookFolder,
    options,
    health,
    backups: new BackupService(bookFolder.folder, { now, migrations, health }),
  }
}

/**
 * Opens the files in a book's folder (see `openFiles`), and forgets what was noted about those that
 * were open before.
 */
export function openFilesIn(context: BookContext): ReturnType<typeof openFiles> {
  context.health.reset()
  return openFiles(filesContextOf(context, false))
}

/**
 * Opens the files again because the figures of the checkpoint are not those of the journal
 * (`result`): sets the checkpoint aside, and folds the journal from its first line. Notes it in the
 * book's health.
 */
export function openFilesAnew(
  context: BookContext,
  files: OpenFiles,
  result: ProofResult,
): ReturnType<typeof openFiles> {
  const { health } = context
  health.checking()
  if (result.kind === 'different') {
    const contracts = result.parts.filter(part => part !== BOOK).length
    const file = setAside(context, files)
    const params = { contracts, aside: file === undefined ? 'no' : 'yes', file: file ?? '' }
    health.repaired({ code: 'checkpoint-false', params })
  }
  return openFiles(filesContextOf(context, true))
}

/** Moves the checkpoint to `recovered/`; undefined if that is not possible, or it is gone. */
function setAside({ bookFolder, options }: BookContext, { checkpoint, journal }: OpenFiles): string | undefined {
  const { folder, lock } = bookFolder
  if (lock === undefined || !journal.isInPlace) return undefined
  try {
    return quarantineFile(folder, checkpoint.path, options.now())
  } catch {
    return undefined
  }
}

function filesContextOf(
  { bookFolder, options, health, backups }: BookContext,
  distrustsCheckpoint: boolean,
): OpenFilesContext {
  const { folder, lock, writer = 'nobody' } = bookFolder
  return {
    folder,
    mayWrite: lock !== undefined,
    isBeingWritten: writer !== 'nobody',
    distrustsCheckpoint,
    now: options.now,
    worker: options.worker,
    disk: options.disk ?? DISK,
    migrations: options.migrations ?? MIGRATIONS,
    health,
    onDamage: (note, entries, line) => reportDamage(health, backups, { note, entries, line }),
  }
}

/**
 * Completes opening: notes the state of the folder, and makes the backups that are due. A book that
 * could not be backed up before a migration stays read-only.
 */
export async function beginBook(
  { bookFolder, options, health, backups }: BookContext,
  files: OpenFiles,
): Promise<void> {
  const { journal, isOlder } = files
  remarkOn(bookFolder, health)
  const made = await backups.list()
  const book = journal.firstHash
  const rollback = rollbackOf(journal, files.db.data, book === undefined ? undefined : options.seen?.of(book), made)
  // Nothing is recorded until the person has chosen.
  if (rollback !== undefined && journal.writable && !health.isDamaged) {
    journal.stopAppends()
    health.rolledBack(rollback)
  }
  if (!journal.writable) return
  if (isOlder) {
    const migration = await backups.make(backupSourceOf(files), 'migration')
    if (!migration.ok) journal.stopAppends()
  }
  backups.daily(options.now(), () => backupSourceOf(files))
}
