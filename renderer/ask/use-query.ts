import { useEffect, useState } from 'react'
import type { AnswerError } from '../../shared/api/answers.ts'
import type { QueryInput, QueryValues } from '../../shared/api/queries.ts'
import { useStore } from '../state/store.ts'
import { bridge } from './bridge.ts'

/** What a query answered last: a value, a refusal, or nothing yet. */
export interface QueryResult<T> {
  readonly value: T | null
  readonly error: AnswerError | null
}

const NOTHING = { value: null, error: null } as const

/**
 * Asks a query while its component is shown, again whenever the query or the book changes or
 * another day begins; null asks nothing. While a newer answer is on its way the last one stays, so
 * that nothing jumps.
 */
export function useQuery<Q extends QueryInput>(query: Q | null): QueryResult<QueryValues[Q['type']]> {
  const [asked, setAsked] = useState<QueryResult<QueryValues[Q['type']]>>(NOTHING)
  const head = useStore(state => state.book?.head)
  const today = useStore(state => state.book?.today)
  const key = query === null ? null : JSON.stringify(query)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is another one in another book or on another day.
  useEffect(() => {
    if (key === null) return setAsked(NOTHING)
    let current = true
    bridge.query(JSON.parse(key) as Q).then(answer => {
      if (current) setAsked(answer.ok ? { value: answer.value, error: null } : { value: null, error: answer.error })
    })
    return () => {
      current = false
    }
  }, [key, head, today])
  return asked
}
