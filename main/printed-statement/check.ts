import type { QueryOf } from '../../shared/api/queries.ts'
import { SHORTEST_HASH, type StatementCheck } from '../../shared/printed-statement/printed-statement.ts'
import { say } from '../../shared/words/say.ts'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import type { Book } from '../book/book.ts'

const LONGEST_HASH = 64
const NOT_HEXADECIMAL = /[^\da-f]/i

/**
 * Answers the query `check-statement`: whether the book still has exactly the history of a printed
 * statement. The statement gives the number of entries and the hash of the last line, or at least
 * its first 16 digits; spaces and case are ignored. The whole chain is checked first: a line's hash
 * alone proves nothing about the lines before it. Refuses `bad-input` if `head` is not such a hash.
 */
export async function checkStatement(
  book: Book,
  { entries, head }: QueryOf<'check-statement'>,
  locale: string,
): Promise<Outcome<StatementCheck>> {
  const groups = head.trim().split(/[\s-]+/)
  const wrong = groups.find(group => NOT_HEXADECIMAL.test(group))
  if (wrong !== undefined)
    return refused({ code: 'bad-input', params: { group: wrong }, variant: 'not-a-hash', field: 'head' })
  const digits = groups.join('').toLowerCase()
  if (digits.length < SHORTEST_HASH || digits.length > LONGEST_HASH)
    return refused({
      code: 'bad-input',
      params: { digits: digits.length, least: SHORTEST_HASH, most: LONGEST_HASH },
      variant: 'hash-length',
      field: 'head',
    })
  const chain = await book.verify()
  const since = Math.max(0, chain.entries - entries)
  const found = (result: StatementCheck['result']): Outcome<StatementCheck> =>
    accepted({
      result,
      entries: chain.entries,
      since,
      message: say(
        `printed.check.${result}`,
        { entries, since, now: chain.entries, missing: Math.max(0, entries - chain.entries) },
        { locale, decimals: 2 },
      ),
    })
  if (!chain.ok) return found('damaged')
  if (entries > chain.entries) return found('shorter')
  const hash = (await book.headsAfter(entries)).find(each => each.startsWith(digits))
  return found(hash === undefined ? 'differs' : (await book.headsNow()).includes(hash) ? 'same' : 'grown')
}
