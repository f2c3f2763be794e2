import type { QueryValues } from '../../shared/api/queries.ts'
import { say, type Voice } from '../../shared/words/say.ts'
import type { Verified } from '../book/book.ts'

/** The result of verifying the whole chain, with a sentence for each problem. */
export function verifyAnswer({ problems, ...found }: Verified, voice: Voice): QueryValues['verify'] {
  return {
    ...found,
    problems: problems.map(({ line, code }) => ({ line, code, message: say(`problem.${code}`, { line }, voice) })),
  }
}
