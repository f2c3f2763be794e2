import type { Low } from 'lowdb'
import type { Background } from '../scheduling/background.ts'
import type { BookData } from './checkpoint/checkpoint-data.ts'
import type { Health, Note } from './faults/health.ts'
import { reasonOf } from './faults/store-refusal.ts'
import { Indexing } from './index/indexing.ts'
import { RecordIndex } from './index/record-index.ts'
import type { ChainBreak } from './journal/chain.ts'
import type { ChainReport } from './journal/chain-check.ts'
import type { Journal } from './journal/journal.ts'
import { snapshotOf } from './proof/differences.ts'
import { type FreshFold, foldedFresh } from './proof/fresh-fold.ts'
import { type LiveState, Proof, type ProofResult, proved } from './proof/proof.ts'
import { RecordReader } from './reading/record-reader.ts'
import { replay } from './reading/replay.ts'

/** The services that loading the live state needs. */
export interface LoadContext {
  readonly health: Health
  /** The built `journal-worker`, if there is one. */
  readonly worker: URL | undefined
  /**
   * Called when damage is found: the note, the number of entries there were, the first bad line.
   */
  readonly onDamage: (note: Note, entries: number, line?: number) => void
}

/** A loaded state: its index, its proof, and whether every line could be folded. */
export interface LoadedState {
  readonly indexing: Indexing
  readonly proof: Proof
  readonly isIntact: boolean
}

/** The note for a break in the chain. */
export function noteOf({ code, line, params }: Omit<ChainBreak, 'offset'>): Note {
  return { code: code === 'torn' ? 'unreadable' : code, params: { line, ...params } }
}

/** The note for a journal that cannot be opened or read. */
export function blockedNote(path: string, reason: string): Note {
  return { code: 'journal-blocked', params: { path, reason } }
}

/**
 * Folds the lines after the checkpoint into the data of `db`. The state is complete when it
 * resolves, while the whole chain is still being checked and indexed in the background, and then
 * folded again to prove the state. A tail that makes no book is folded with all lines before it, as
 * far as they go.
 */
export async function readTail(journal: Journal, db: Low<BookData>, context: LoadContext): Promise<LoadedState> {
  const { data } = db
  const indexing = new Indexing()
  const check = journal.check(true, context.worker)
  const isChainIntact = checkInBackground(check, { journal, indexing, data }, context)
  const found = await replay(journal, {
    data,
    onTransaction: () => undefined,
    // The only case in which a start waits for the index: a reversal after the checkpoint folds its
    // contract again.
    entriesBefore: async (contractId, before) =>
      new RecordReader(journal, await indexing.ready).recordsOf(contractId, before),
  })
  if (found !== undefined) {
    await check.stop()
    return rebuild(journal, db, context)
  }
  const live = { journal, indexing, data: snapshotOf(data) }
  return { indexing, proof: new Proof(proveInBackground(isChainIntact, live, context)), isIntact: true }
}

/** Resolves with true if the whole chain is intact; reports damage otherwise. */
async function checkInBackground(
  check: Background<ChainReport>,
  { journal, indexing, data }: LiveState,
  { health, onDamage }: LoadContext,
): Promise<boolean> {
  try {
    const report = await check.result
    const first = report?.breaks[0]
    indexing.finish(report?.index ?? new RecordIndex(), report !== undefined && first === undefined)
    // Stopped because the book is being closed; nobody may wait for the index any longer.
    if (report === undefined) return false
    if (first === undefined) {
      health.checked()
      return true
    }
    journal.stopAppends()
    onDamage(noteOf(first), Math.max(report.entries, data.entries), first.line)
  } catch (problem) {
    journal.stopAppends()
    indexing.finish(new RecordIndex(), false)
    onDamage(blockedNote(journal.path, reasonOf(problem)), data.entries)
  }
  return false
}

/** Proves a state once its chain is known to be intact. */
async function proveInBackground(
  isChainIntact: Promise<boolean>,
  live: LiveState,
  { health, worker, onDamage }: LoadContext,
): Promise<ProofResult> {
  if (!(await isChainIntact)) return { kind: 'none' }
  try {
    const result = await proved(live, worker)
    if (result.kind === 'same') health.proved()
    return result
  } catch (problem) {
    live.journal.stopAppends()
    onDamage(blockedNote(live.journal.path, reasonOf(problem)), live.data.entries)
    return { kind: 'none' }
  }
}

/**
 * Folds the whole journal into new data of `db`, for want of a checkpoint: a state that needs no
 * other proof. A worker, if there is one, checks the chain meanwhile.
 */
export async function rebuild(journal: Journal, db: Low<BookData>, context: LoadContext): Promise<LoadedState> {
  const { health, onDamage, worker } = context
  const until = journal.length
  const check = worker === undefined ? undefined : journal.check(false, worker)
  const folded = await foldAll(journal, db, { until, skipChecks: check !== undefined })
  const report: ChainReport | undefined = await check?.result
  const found = report?.breaks[0] ?? folded.broken
  if (found === undefined) {
    health.checked()
    return { indexing: new Indexing(folded.index), proof: new Proof({ kind: 'same' }), isIntact: true }
  }
  // Lines folded beyond the first break cannot be trusted.
  const first = folded.broken !== undefined && folded.broken.offset < found.offset ? folded.broken : found
  const intact = await foldAll(journal, db, { until: first.offset, skipChecks: false })
  const whole = report ?? (await journal.check(false, undefined).result)
  // What this version does not know is no damage; a broken line after it is.
  const told = first.code === 'unknown-record' ? (whole?.breaks[0] ?? first) : first
  if (told.code === 'unknown-record') health.newer(noteOf(told), told.line)
  else onDamage(noteOf(told), Math.max(whole?.entries ?? 0, folded.index.entries), told.line)
  return { indexing: new Indexing(intact.index), proof: new Proof({ kind: 'none' }), isIntact: false }
}

async function foldAll(
  journal: Journal,
  db: Low<BookData>,
  part: { readonly until: number; readonly skipChecks: boolean },
): Promise<FreshFold> {
  const folded = await foldedFresh(journal, part)
  db.data = folded.data
  return folded
}
