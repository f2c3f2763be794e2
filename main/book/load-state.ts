import type { Low } from 'lowdb'
import { type BookData, emptyData } from './checkpoint/checkpoint-data.ts'
import type { Health, Note } from './faults/health.ts'
import { reasonOf } from './faults/store-refusal.ts'
import { Indexing } from './index/indexing.ts'
import { RecordIndex } from './index/record-index.ts'
import type { ChainBreak } from './journal/chain.ts'
import type { ChainReport } from './journal/chain-check.ts'
import type { Journal } from './journal/journal.ts'
import { RecordReader } from './reading/record-reader.ts'
import { replay } from './reading/replay.ts'

/** The services that loading the live state needs. */
export interface LoadContext {
  readonly health: Health
  /** The built `chain-worker`, if there is one. */
  readonly worker: URL | undefined
  /**
   * Called when damage is found: the note, the number of entries there were, the first bad line.
   */
  readonly onDamage: (note: Note, entries: number, line?: number) => void
}

/** The index of a loaded state, and whether every line could be folded. */
export interface LoadedState {
  readonly indexing: Indexing
  readonly isIntact: boolean
}

/** The note for a break in the chain. */
export function noteOf({ code, line }: Pick<ChainBreak, 'code' | 'line'>): Note {
  return { code: code === 'torn' ? 'unreadable' : code, params: { line } }
}

/** The note for a journal that cannot be opened or read. */
export function blockedNote(path: string, reason: string): Note {
  return { code: 'journal-blocked', params: { path, reason } }
}

/**
 * Folds the lines after the checkpoint into `data`. The state is complete when it resolves, while
 * the whole chain is still being checked and indexed in the background.
 */
export async function readTail(journal: Journal, data: BookData, context: LoadContext): Promise<LoadedState> {
  const indexing = new Indexing()
  checkInBackground(journal, data, indexing, context)
  const found = await replay(journal, {
    data,
    onTransaction: () => undefined,
    // The only case in which a start waits for the index: a reversal after the checkpoint folds its
    // contract again.
    entriesBefore: async (contractId, before) =>
      new RecordReader(journal, await indexing.ready).recordsOf(contractId, before),
  })
  return { indexing, isIntact: found === undefined }
}

function checkInBackground(
  journal: Journal,
  data: BookData,
  indexing: Indexing,
  { health, worker, onDamage }: LoadContext,
): void {
  const checked = journal.check(true, worker).report.then(report => {
    // Stopped because the book is being closed; nobody may wait for the index any longer.
    if (report === undefined) return indexing.finish(new RecordIndex(), false)
    const first = report.breaks[0]
    indexing.finish(report.index ?? new RecordIndex(), first === undefined)
    if (first === undefined) return health.checked()
    journal.stopAppends()
    onDamage(noteOf(first), Math.max(report.entries, data.entries), first.line)
  })
  checked.catch(problem => {
    journal.stopAppends()
    indexing.finish(new RecordIndex(), false)
    onDamage(blockedNote(journal.path, reasonOf(problem)), data.entries)
  })
}

/**
 * Folds the whole journal into new data of `db`, for want of a checkpoint. A worker, if there is
 * one, checks the chain meanwhile.
 */
export async function rebuild(journal: Journal, db: Low<BookData>, context: LoadContext): Promise<LoadedState> {
  const { health, onDamage, worker } = context
  const until = journal.length
  const check = worker === undefined ? undefined : journal.check(false, worker)
  const folded = await foldAll(journal, db, { until, skipChecks: check !== undefined })
  const report: ChainReport | undefined = await check?.report
  const found = report?.breaks[0] ?? folded.broken
  if (found === undefined) {
    health.checked()
    return { indexing: new Indexing(folded.index), isIntact: true }
  }
  // Lines folded beyond the first break cannot be trusted.
  const first = folded.broken !== undefined && folded.broken.offset < found.offset ? folded.broken : found
  const intact = await foldAll(journal, db, { until: first.offset, skipChecks: false })
  const counted = report ?? (await journal.check(false, undefined).report)
  onDamage(noteOf(first), Math.max(counted?.entries ?? 0, folded.index.entries), first.line)
  return { indexing: new Indexing(intact.index), isIntact: false }
}

async function foldAll(
  journal: Journal,
  db: Low<BookData>,
  part: { readonly until: number; readonly skipChecks: boolean },
): Promise<{ broken: ChainBreak | undefined; index: RecordIndex }> {
  const data = emptyData(journal.format)
  const index = new RecordIndex()
  const reader = new RecordReader(journal, index)
  const broken = await replay(journal, {
    data,
    ...part,
    onTransaction: ({ offset, transaction }) => index.add(offset, transaction.entries),
    entriesBefore: (contractId, before) => reader.recordsOf(contractId, before),
  })
  db.data = data
  return { broken, index }
}
