import type { BookData } from './checkpoint/checkpoint-data.ts'
import type { ChainReport } from './journal/chain-check.ts'
import type { Verified } from './types.ts'

/** Compares a check of the whole chain with the live state, whose head the chain must end at. */
export function verified(
  { breaks, end }: ChainReport,
  { hash, entries }: Pick<BookData, 'hash' | 'entries'>,
): Verified {
  const problems = breaks.map(({ code, line }) => ({ line, code }))
  const endsElsewhere = problems.length === 0 && end.hash !== hash
  if (endsElsewhere) problems.push({ line: end.position, code: 'misplaced' })
  return { ok: problems.length === 0, entries, head: hash, problems }
}
