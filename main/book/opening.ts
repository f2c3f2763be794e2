import { join } from 'node:path'
import { Low } from 'lowdb'
import { CheckpointFile } from './checkpoint/checkpoint.ts'
import { type BookData, emptyData } from './checkpoint/checkpoint-data.ts'
import type { Health, Note } from './faults/health.ts'
import { type Refused, reasonOf, storeRefused } from './faults/store-refusal.ts'
import { closeQuietly, type Disk } from './folder/disk.ts'
import { quarantineFile } from './folder/quarantine.ts'
import { Indexing } from './index/indexing.ts'
import { RecordIndex } from './index/record-index.ts'
import type { ChainBreak } from './journal/chain.ts'
import type { ChainReport } from './journal/chain-check.ts'
import { Journal, NO_FILE } from './journal/journal.ts'
import { formatOfLine, lastLine, openJournalFile } from './journal/journal-file.ts'
import { hashBefore, repairTail } from './journal/journal-tail.ts'
import { formatOf, type Migration } from './journal/migrations.ts'
import { RecordReader } from './reading/record-reader.ts'
import { replay } from './replay.ts'

/**
 * What opening needs: the folder (canonical), whether this process holds the lock, and what
 * `Book.open` was given.
 */
export interface Opening {
  readonly folder: string
  readonly mayWrite: boolean
  /**
   * Whether another process may be appending right now: a last line without its end is then nothing
   * to tell of.
   */
  readonly isBeingWritten: boolean
  readonly now: () => Date
  readonly worker: URL | undefined
  readonly disk: Disk
  readonly migrations: readonly Migration[]
  readonly health: Health
  /**
   * Called when the journal is found damaged: what to tell, how many entries it had, the line of
   * the first damage.
   */
  readonly onDamage: (note: Note, entries: number, line?: number) => void
}

/** The files of an open book and the live state folded from them. */
export interface OpenFiles {
  readonly journal: Journal
  readonly db: Low<BookData>
  readonly checkpoint: CheckpointFile
  readonly indexing: Indexing
  /** How many transactions the checkpoint stands for. */
  readonly checkpointed: number
  /** The lines are of an older format, and were never before read as the one of this app. */
  readonly isOlder: boolean
}

/**
 * Opens journal and checkpoint and brings the live state up to the last line. Refuses with
 * `format-too-new`. What is wrong with the files is told to `health`.
 */
export async function openFiles(opening: Opening): Promise<{ readonly ok: true; readonly files: OpenFiles } | Refused> {
  const { folder, health, mayWrite, migrations, disk, onDamage } = opening
  const path = join(folder, 'journal.ndjson')
  const checkpoint = new CheckpointFile(join(folder, 'book.json'))
  const db = new Low<BookData>(checkpoint, emptyData(formatOf(migrations)))
  await db.read()
  const known = db.data
  if (checkpoint.trouble?.kind === 'too-new')
    return storeRefused('format-too-new', { found: checkpoint.trouble.format, known: formatOf(migrations) })
  const found = openJournalFile(path, mayWrite, known.entries === 0)
  const missing = known.entries > 0 && (found.kind === 'file' ? found.length === 0 : found.reason === 'ENOENT')
  if (found.kind === 'blocked' || missing) {
    if (found.kind === 'file') closeQuietly(found.file)
    if (missing) onDamage({ code: 'journal-missing', params: { path, entries: known.entries } }, known.entries)
    else if (found.kind === 'blocked' && (mayWrite || found.reason !== 'ENOENT'))
      onDamage(blocked(path, found.reason), known.entries)
    health.checked()
    db.data = emptyData(formatOf(migrations))
    const journal = new Journal({ path, file: NO_FILE, length: 0, disk, migrations })
    return {
      ok: true,
      files: { journal, db, checkpoint, indexing: new Indexing(new RecordIndex()), checkpointed: 0, isOlder: false },
    }
  }
  const { file } = found
  const length = mended(file, found.length, opening)
  const last = lastLine(file, length)
  const lastFormat = last === undefined ? undefined : formatOfLine(last)
  if (lastFormat !== undefined && lastFormat > formatOf(migrations)) {
    closeQuietly(file)
    return storeRefused('format-too-new', { found: lastFormat, known: formatOf(migrations) })
  }
  const journal = new Journal({ path, file, length, disk, migrations })
  const attached = isAttached(checkpoint, known, { file, length }, opening)
  if (!attached) db.data = emptyData(formatOf(migrations))
  const checkpointed = db.data.position
  const run = attached ? await readTail(journal, db.data, opening) : await rebuild(journal, db, opening)
  if (mayWrite && run.sound && !health.isDamaged)
    journal.allowAppends({ position: db.data.position, offset: db.data.offset, hash: db.data.hash })
  return {
    ok: true,
    files: {
      journal,
      db,
      checkpoint,
      checkpointed,
      isOlder: lastFormat !== undefined && lastFormat < formatOf(migrations) && !attached,
      ...run,
    },
  }
}

/** The bytes of whole lines, once the end of the file is mended. */
function mended(
  file: number,
  length: number,
  { folder, mayWrite, isBeingWritten, disk, now, health }: Opening,
): number {
  const found = { folder, file, length, disk }
  try {
    const tail = repairTail({ ...found, writable: mayWrite }, now())
    if (tail.note !== undefined && !isBeingWritten) health.repaired(tail.note)
    return tail.length
  } catch (problem) {
    // Nothing confirmed is lost, so no backup is better than what is here.
    health.damaged([{ code: 'torn-unmended', params: { reason: reasonOf(problem) } }], { isFinal: true })
    return repairTail({ ...found, writable: false }, now()).length
  }
}

const blocked = (path: string, reason: string): Note => ({ code: 'journal-blocked', params: { path, reason } })

/** What to tell of a break. */
export const broken = ({ code, line }: Pick<ChainBreak, 'code' | 'line'>): Note => ({
  code: code === 'torn' ? 'unreadable' : code,
  params: { line },
})

/**
 * Whether the checkpoint stands for a place in this journal; what is wrong with it is told, and
 * what is damaged set aside.
 */
function isAttached(
  checkpoint: CheckpointFile,
  data: BookData,
  { file, length }: { file: number; length: number },
  opening: Opening,
): boolean {
  const { folder, mayWrite, now, health, migrations } = opening
  const { trouble } = checkpoint
  if (trouble?.kind === 'blocked') health.remark({ code: 'checkpoint-blocked', params: { reason: trouble.reason } })
  const kind = trouble === undefined ? mismatchOf(data, file, length, migrations) : trouble.kind
  if ((kind === 'damaged' || kind === 'ahead' || kind === 'foreign') && mayWrite) {
    const params = { file: quarantineFile(folder, checkpoint.path, now()), known: data.entries }
    health.repaired({ code: `checkpoint-${kind}`, params })
  }
  return kind === undefined
}

/** Why a good checkpoint does not stand for a place in this journal; undefined when it does. */
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

type Run = Pick<OpenFiles, 'indexing'> & { readonly sound: boolean }

/**
 * Checkpoint and tail: the state is there at once, while the whole chain is checked and indexed
 * beside.
 */
async function readTail(journal: Journal, data: BookData, opening: Opening): Promise<Run> {
  const { health, onDamage, worker } = opening
  const indexing = new Indexing()
  const check = journal.check(true, worker)
  const checked = check.report.then(report => {
    // Stopped, for the book is being closed: nobody may wait for the index any more.
    if (report === undefined) return indexing.finish(new RecordIndex(), false)
    const first = report.breaks[0]
    indexing.finish(report.index ?? new RecordIndex(), first === undefined)
    if (first === undefined) return health.checked()
    journal.stopAppends()
    onDamage(broken(first), Math.max(report.entries, data.entries), first.line)
  })
  checked.catch(problem => {
    journal.stopAppends()
    indexing.finish(new RecordIndex(), false)
    onDamage(blocked(journal.path, reasonOf(problem)), data.entries)
  })
  const found = await replay(journal, {
    data,
    onTransaction: () => undefined,
    // Only here does the start have to wait for the index: a reversal after the checkpoint folds
    // its contract again.
    recordsOf: async (contractId, before) =>
      new RecordReader(journal, await indexing.ready).recordsOf(contractId, before),
  })
  return { indexing, sound: found === undefined }
}

/**
 * No checkpoint: the whole journal is folded, with the chain checked beside where a worker is worth
 * it.
 */
async function rebuild(journal: Journal, db: Low<BookData>, opening: Opening): Promise<Run> {
  const { health, onDamage, worker } = opening
  const until = journal.length
  const check = worker === undefined ? undefined : journal.check(false, worker)
  const folded = await foldAll(journal, db, { until, skipChecks: check !== undefined })
  const report: ChainReport | undefined = await check?.report
  const found = report?.breaks[0] ?? folded.broken
  if (found === undefined) {
    health.checked()
    return { indexing: new Indexing(folded.index), sound: true }
  }
  // What was folded beyond the first break is not to be trusted.
  const first = folded.broken !== undefined && folded.broken.offset < found.offset ? folded.broken : found
  const sound = await foldAll(journal, db, { until: first.offset, skipChecks: false })
  const counted = report ?? (await journal.check(false, undefined).report)
  onDamage(broken(first), Math.max(counted?.entries ?? 0, folded.index.entries), first.line)
  return { indexing: new Indexing(sound.index), sound: false }
}

async function foldAll(
  journal: Journal,
  db: Low<BookData>,
  part: { readonly until: number; readonly skipChecks: boolean },
): Promise<{ broken: ChainBreak | undefined; index: RecordIndex }> {
  const data = emptyData(journal.format)
  const index = new RecordIndex()
  const reader = new RecordReader(journal, index)
  const found = await replay(journal, {
    data,
    ...part,
    onTransaction: ({ offset, transaction }) => index.add(offset, transaction.entries),
    recordsOf: (contractId, before) => reader.recordsOf(contractId, before),
  })
  db.data = data
  return { broken: found, index }
}
