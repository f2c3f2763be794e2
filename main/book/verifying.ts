import { say } from '../../shared/words/say.ts'
import type { BookData } from './checkpoint/checkpoint-data.ts'
import type { ChainReport } from './journal/chain-check.ts'
import type { Verified } from './types.ts'

/**
 * What checking the whole chain found, in words. `data` is the live state, whose head the chain
 * must end at.
 */
export function verified(
  { breaks, end }: ChainReport,
  { hash, entries }: Pick<BookData, 'hash' | 'entries'>,
): Verified {
  const problems: Verified['problems'][number][] = breaks.map(({ code, line }) => ({
    line,
    code,
    message: say(`problem.${code}`, { line }),
  }))
  const isOther = problems.length === 0 && end.hash !== hash
  if (isOther)
    problems.push({ line: end.position, code: 'misplaced', message: say('problem.misplaced', { line: end.position }) })
  return { ok: problems.length === 0, entries, head: hash, problems }
}
