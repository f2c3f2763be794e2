import { reportDamage } from './backups/backup-service.ts'
import type { ChainReport } from './journal/chain-check.ts'
import { noteOf } from './load-state.ts'
import type { OpenFiles } from './open-files.ts'
import type { BookContext } from './opening.ts'
import { snapshotOf } from './proof/differences.ts'
import { type ProofResult, proved } from './proof/proof.ts'
import type { Verified } from './types.ts'

/** The check of a book's chain, and of its figures against a fresh fold of it. */
export interface Verification {
  readonly chain: Pick<Verified, 'ok' | 'problems'>
  readonly result: ProofResult
}

/**
 * Checks the whole chain of an open book, and its live state as it is when this is called against a
 * fresh fold. A book found damaged becomes read-only, and its health names the damage. Throws if
 * the book is closed meanwhile.
 */
export async function verify(
  { journal, db, indexing }: OpenFiles,
  { options, health, backups }: BookContext,
): Promise<Verification> {
  const live = snapshotOf(db.data)
  const [report, folded] = await Promise.all([
    journal.check(false, options.worker).result,
    proved({ journal, indexing, data: live }, options.worker, journal.length),
  ])
  if (report === undefined) throw new Error('the book was closed')
  // What was folded of a broken chain means nothing.
  const result = report.breaks.length === 0 ? folded : NONE
  const problems = problemsOf(report, result, live.hash)
  const [first] = problems
  // A chain that is whole but makes no book is told once its figures are made again.
  if (first !== undefined && result.kind !== 'broken' && !health.isDamaged) {
    journal.stopAppends()
    reportDamage(health, backups, { note: noteOf(first), entries: live.entries, line: first.line })
  }
  return { chain: { ok: problems.length === 0, problems }, result }
}

const NONE: ProofResult = { kind: 'none' }

/** The breaks of the chain, which must end at the head of the live state and make a book. */
function problemsOf({ breaks, end }: ChainReport, result: ProofResult, hash: string): Verified['problems'] {
  if (breaks.length > 0) return breaks.map(({ code, line }) => ({ line, code }))
  if (result.kind === 'broken') {
    const { offset: _, ...broken } = result.broken
    // What this version does not know is no fault of the chain.
    return broken.code === 'unknown-record' ? [] : [broken]
  }
  return end.hash === hash ? [] : [{ line: end.position, code: 'misplaced' }]
}
