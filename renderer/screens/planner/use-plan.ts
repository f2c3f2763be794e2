import { useState } from 'react'
import type { AnswerError } from '../../../shared/api/answers.ts'
import type { PlanWay } from '../../../shared/api/plan.ts'
import { bridge } from '../../ask/bridge.ts'
import { useReading } from '../../ask/use-reading.ts'
import type { Question, Typed } from './plan-state.ts'

/** The ways to fund a plan, and the question they answer. */
export interface Plan {
  readonly question: Question
  readonly asked: Exclude<Typed, { problem: unknown }>
  readonly ways: readonly PlanWay[]
}

/**
 * Asks for the ways while the person types. The last plan stays while the question is incomplete or
 * its answer is pending, to avoid layout shifts.
 */
export function usePlan(
  question: Question,
  typed: Typed,
): { readonly plan: Plan | null; readonly error: AnswerError | null } {
  const [plan, setPlan] = useState<Plan | null>(null)
  const key = 'query' in typed ? JSON.stringify(typed.query) : null
  const error = useReading<AnswerError | null>(key, null, async show => {
    if (!('query' in typed)) return
    const answer = await bridge.query(typed.query)
    if (show(answer.ok ? null : answer.error) && answer.ok) setPlan({ question, asked: typed, ways: answer.value.ways })
  })
  return { plan, error }
}
