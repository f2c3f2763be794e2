import type { Answer, AnswerError } from '../../shared/api/answers.ts'
import type { QueryInput, QueryValues } from '../../shared/api/queries.ts'
import { bridge } from './bridge.ts'
import { NO_PAGES, type PagedQuery, type Pages, readPages } from './pages.ts'
import { useReading } from './use-reading.ts'

/** The latest result of a query: a value, a refusal, or neither yet. */
export interface QueryResult<T> {
  readonly value: T | null
  readonly error: AnswerError | null
}

const NOTHING = { value: null, error: null } as const

/**
 * Asks a query while its component is mounted, as `useReading` does; null asks nothing. A change of
 * `alsoOn` asks again, for changes outside the book's head and the day.
 */
export function useQuery<Q extends QueryInput>(
  query: Q | null,
  alsoOn: string | null = null,
): QueryResult<QueryValues[Q['type']]> {
  const key = query === null ? null : JSON.stringify([query, alsoOn])
  return useReading<QueryResult<QueryValues[Q['type']]>>(
    key,
    NOTHING,
    async show => query !== null && show(resultOf(await bridge.query(query))),
  )
}

/**
 * Reads a whole list page by page while its component is mounted, as `useReading` does; null reads
 * nothing. The last list stays until the first page of the next arrives.
 *
 * @public
 */
export function usePages<Q extends PagedQuery>(query: Q | null): Pages<Q> {
  const key = query === null ? null : JSON.stringify(query)
  return useReading<Pages<Q>>(key, NO_PAGES, async show => {
    if (query === null) return
    for await (const read of readPages(bridge.query, query)) if (!show(read)) return
  })
}

function resultOf<T>(answer: Answer<T>): QueryResult<T> {
  return answer.ok ? { value: answer.value, error: null } : { value: null, error: answer.error }
}
