import { useEffect, useRef, useState } from 'react'
import type { AnswerError } from '../../../shared/api/answers.ts'
import type { PlanWay } from '../../../shared/api/plan.ts'
import { bridge } from '../../ask/bridge.ts'
import type { Question, Typed } from './plan-state.ts'

/** The ways to pay, with the question that they answer. */
export interface Plan {
  readonly question: Question
  readonly asked: Exclude<Typed, { problem: unknown }>
  readonly ways: readonly PlanWay[]
}

/**
 * Asks for the ways as one types. The last plan stays while the question is none or its answer is
 * on its way, so that nothing jumps.
 */
export function usePlan(
  question: Question,
  typed: Typed,
): { readonly plan: Plan | null; readonly error: AnswerError | null } {
  const [plan, setPlan] = useState<Plan | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const latest = useRef({ question, typed })
  latest.current = { question, typed }
  const key = 'query' in typed ? JSON.stringify(typed.query) : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says whether something else is asked.
  useEffect(() => {
    const { question, typed } = latest.current
    if (!('query' in typed)) return setError(null)
    let current = true
    bridge.query(typed.query).then(answer => {
      if (!current) return
      setError(answer.ok ? null : answer.error)
      if (answer.ok) setPlan({ question, asked: typed, ways: answer.value.ways })
    })
    return () => {
      current = false
    }
  }, [key])
  return { plan, error }
}
