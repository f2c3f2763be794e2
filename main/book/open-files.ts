import { join } from 'node:path'
import { Low } from 'lowdb'
import { backedUp } from './backups/backed-up.ts'
import type { BackupSource } from './backups/backups.ts'
import { CheckpointFile } from './checkpoint/checkpoint.ts'
import { type BookData, emptyData } from './checkpoint/checkpoint-data.ts'
import { type Refused, reasonOf, storeRefused } from './faults/store-refusal.ts'
import { closeQuietly, type Disk } from './folder/disk.ts'
import { quarantineFile } from './folder/quarantine.ts'
import { Indexing } from './index/indexing.ts'
import { RecordIndex } from './index/record-index.ts'
import { Journal, NO_FILE } from './journal/journal.ts'
import { formatOfLine, type JournalFound, lastLine, openJournalFile } from './journal/journal-file.ts'
import { hashBefore, repairTail } from './journal/journal-tail.ts'
import { formatOf, type Migration } from './journal/migrations.ts'
import { blockedNote, type LoadContext, readTail, rebuild } from './load-state.ts'
import { Proof } from './proof/proof.ts'

/** The folder to open (canonical path), and what opening its files needs. */
export interface OpenFilesContext extends LoadContext {
  readonly folder: string
  /** True if this process holds the lock. */
  readonly mayWrite: boolean
  /**
   * True if another process may be appending now, so that an incomplete last line means nothing.
   */
  readonly isBeingWritten: boolean
  /**
   * True to fold the journal from its first line and leave the checkpoint alone: it was false.
   */
  readonly distrustsCheckpoint: boolean
  readonly now: () => Date
  readonly disk: Disk
  readonly migrations: readonly Migration[]
}

/** The files of an open book, and the live state folded from them. */
export interface OpenFiles {
  readonly journal: Journal
  readonly db: Low<BookData>
  readonly checkpoint: CheckpointFile
  readonly indexing: Indexing
  /** The proof of the live state by the journal. */
  readonly proof: Proof
  /** The number of transactions that the checkpoint on the disk covers. */
  readonly checkpointed: number
  /** True if the lines have an older format, and are read as the current one for the first time. */
  readonly isOlder: boolean
}

/** The open journal, for a backup. */
export function backupSourceOf({ journal, db }: OpenFiles): BackupSource {
  return {
    entries: db.data.entries,
    length: journal.length,
    isInPlace: journal.isInPlace,
    bytes: (offset, length) => journal.bytes(offset, length),
  }
}

/**
 * Opens journal and checkpoint, and brings the live state up to the last line. Refuses with
 * `format-too-new`. Anything wrong with the files is noted in `health`.
 */
export async function openFiles(
  context: OpenFilesContext,
): Promise<{ readonly ok: true; readonly files: OpenFiles } | Refused> {
  const { folder, health, mayWrite, migrations, disk, distrustsCheckpoint } = context
  const format = formatOf(migrations)
  const path = join(folder, 'journal.ndjson')
  const checkpoint = new CheckpointFile(join(folder, 'book.json'))
  const db = new Low<BookData>(checkpoint, emptyData(format))
  if (!distrustsCheckpoint) await db.read()
  if (checkpoint.trouble?.kind === 'too-new')
    return storeRefused('format-too-new', { found: checkpoint.trouble.format, known: format })
  // A journal that is gone is never begun anew: what was backed up was in it.
  const isNew = db.data.entries === 0 && !distrustsCheckpoint && backedUp(folder) === undefined
  const found = openJournalFile(path, mayWrite, isNew)
  if (found.kind === 'blocked' || (found.length === 0 && (db.data.entries > 0 || distrustsCheckpoint)))
    return { ok: true, files: withoutJournal(path, found, checkpoint, db, context) }
  const { file } = found
  const length = repaired(file, found.length, context)
  const last = lastLine(file, length)
  const lastFormat = last === undefined ? undefined : formatOfLine(last)
  if (lastFormat !== undefined && lastFormat > format) {
    closeQuietly(file)
    return storeRefused('format-too-new', { found: lastFormat, known: format })
  }
  const journal = new Journal({ path, file, length, disk, migrations })
  const isUsable = !distrustsCheckpoint && isAttached(checkpoint, db.data, { file, length }, context)
  if (!isUsable) db.data = emptyData(format)
  const checkpointed = db.data.position
  const { indexing, proof, isIntact } = isUsable
    ? await readTail(journal, db, context)
    : await rebuild(journal, db, context)
  if (mayWrite && isIntact && !health.isDamaged)
    journal.allowAppends({ position: db.data.position, offset: db.data.offset, hash: db.data.hash })
  const isOlder = lastFormat !== undefined && lastFormat < format && !isUsable
  return { ok: true, files: { journal, db, checkpoint, indexing, proof, checkpointed, isOlder } }
}

/**
 * The files of a book whose journal is missing, empty against the checkpoint, or cannot be opened.
 */
function withoutJournal(
  path: string,
  found: JournalFound,
  checkpoint: CheckpointFile,
  db: Low<BookData>,
  { folder, disk, health, mayWrite, migrations, onDamage }: OpenFilesContext,
): OpenFiles {
  const entries = Math.max(db.data.entries, backedUp(folder)?.entries ?? 0)
  const isMissing = found.kind === 'file' || found.reason === 'ENOENT'
  if (found.kind === 'file') closeQuietly(found.file)
  if (isMissing && entries > 0) onDamage({ code: 'journal-missing', params: { path, entries } }, entries)
  else if (found.kind === 'blocked' && (mayWrite || !isMissing)) onDamage(blockedNote(path, found.reason), entries)
  health.checked()
  db.data = emptyData(formatOf(migrations))
  const journal = new Journal({ path, file: NO_FILE, length: 0, disk, migrations })
  const [indexing, proof] = [new Indexing(new RecordIndex()), new Proof({ kind: 'none' })]
  return { journal, db, checkpoint, indexing, proof, checkpointed: 0, isOlder: false }
}

/** Repairs the end of the journal; returns the length in bytes of all complete lines. */
function repaired(
  file: number,
  length: number,
  { folder, mayWrite, isBeingWritten, disk, now, health }: OpenFilesContext,
): number {
  const found = { folder, file, length, disk }
  try {
    const tail = repairTail({ ...found, writable: mayWrite }, now())
    if (tail.note !== undefined && !isBeingWritten) health.repaired(tail.note)
    return tail.length
  } catch (problem) {
    // Nothing confirmed is lost, so no backup could be better than the journal.
    health.damaged([{ code: 'torn-unmended', params: { reason: reasonOf(problem) } }], { isFinal: true })
    return repairTail({ ...found, writable: false }, now()).length
  }
}

/**
 * True if the checkpoint belongs to a position of this journal. Otherwise notes the reason, and
 * quarantines a checkpoint that is damaged or belongs elsewhere.
 */
function isAttached(
  checkpoint: CheckpointFile,
  data: BookData,
  { file, length }: { file: number; length: number },
  { folder, mayWrite, now, health, migrations }: OpenFilesContext,
): boolean {
  const { trouble } = checkpoint
  if (trouble?.kind === 'blocked') health.remark({ code: 'checkpoint-blocked', params: { reason: trouble.reason } })
  const kind = trouble === undefined ? mismatchOf(data, file, length, migrations) : trouble.kind
  if ((kind === 'damaged' || kind === 'ahead' || kind === 'foreign') && mayWrite) {
    const params = { file: quarantineFile(folder, checkpoint.path, now()), known: data.entries }
    health.repaired({ code: `checkpoint-${kind}`, params })
  }
  return kind === undefined
}

/** The reason why an intact checkpoint does not belong to this journal; undefined if it does. */
function mismatchOf(
  data: BookData,
  file: number,
  length: number,
  migrations: readonly Migration[],
): 'older' | 'ahead' | 'foreign' | undefined {
  if (data.journalFormat !== formatOf(migrations)) return 'older'
  if (data.offset > length) return 'ahead'
  return data.offset > 0 && hashBefore(file, data.offset) !== data.hash ? 'foreign' : undefined
}
