import type { QueryValues } from '../../shared/api/queries.ts'
import { say, type Voice } from '../../shared/words/say.ts'
import type { Verified } from '../book/book.ts'
import { BOOK } from '../book/proof/differences.ts'

/** The result of verifying the whole chain and every figure, with a sentence for each problem. */
export function verifyAnswer({ problems, figures, ...found }: Verified, voice: Voice): QueryValues['verify'] {
  return {
    ...found,
    problems: problems.map(({ line, code, params }) => ({
      line,
      code,
      message: say(`problem.${code}`, { line, ...params }, voice),
    })),
    figures: { ...figures, ...(!figures.ok && { message: figuresText(figures, voice) }) },
  }
}

function figuresText({ count, differences }: Verified['figures'], voice: Voice): string {
  const ids = differences.filter(each => each !== BOOK)
  const others = count - differences.length
  const params = { count, contracts: ids.length + others, ids: ids.join(', '), others }
  return say('verify.figures', params, voice)
}
