import { reportDamage } from './backups/backup-service.ts'
import type { BookData } from './checkpoint/checkpoint-data.ts'
import type { ChainReport } from './journal/chain-check.ts'
import { noteOf } from './load-state.ts'
import type { OpenFiles } from './open-files.ts'
import type { BookContext } from './opening.ts'
import type { Verified } from './types.ts'

/**
 * Checks the whole chain of an open book. A book found damaged becomes read-only, and its health
 * names the damage. Throws if the book is closed meanwhile.
 */
export async function verify({ journal, db }: OpenFiles, { options, health, backups }: BookContext): Promise<Verified> {
  const { hash, entries } = db.data
  const report = await journal.check(false, options.worker).result
  if (report === undefined) throw new Error('the book was closed')
  const found = verified(report, { hash, entries })
  const [first] = found.problems
  if (first !== undefined && !health.isDamaged) {
    journal.stopAppends()
    reportDamage(health, backups, { note: noteOf(first), entries, line: first.line })
  }
  return found
}

/** Compares a check of the whole chain with the live state, whose head the chain must end at. */
function verified({ breaks, end }: ChainReport, { hash, entries }: Pick<BookData, 'hash' | 'entries'>): Verified {
  const problems = breaks.map(({ code, line }) => ({ line, code }))
  const endsElsewhere = problems.length === 0 && end.hash !== hash
  if (endsElsewhere) problems.push({ line: end.position, code: 'misplaced' })
  return { ok: problems.length === 0, entries, head: hash, problems }
}
