import { useState } from 'react'
import type { NamedDeadline } from '../../../shared/api/deadlines.ts'
import { usePages } from '../../ask/use-query.ts'

/** The days ahead that are listed: three months. */
const AHEAD_DAYS = 92

/**
 * The deadlines of the next three months and the overdue ones, by day; null until all have been
 * read. The previous list stays until the next is complete, because sums of a partial list would be
 * wrong.
 */
export function useDeadlines(): readonly NamedDeadline[] | null {
  const { rows, done } = usePages({ type: 'deadlines', within: AHEAD_DAYS })
  const [complete, setComplete] = useState<readonly NamedDeadline[] | null>(null)
  if (done && rows !== complete) setComplete(rows)
  return complete
}
