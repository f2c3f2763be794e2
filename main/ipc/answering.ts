import type { z } from 'zod'
import type { Answer } from '../../shared/answers.ts'
import type { Voice } from '../../shared/words/say.ts'
import type { Outcome } from '../answers/outcome.ts'
import { refusalOfIssues } from '../answers/parse-refusal.ts'
import { answerError } from '../answers/refusal-answer.ts'
import { refusalOfMessage } from './plain-message.ts'

/** How one call is taken: the schema of its message, what answers it, and the voice its refusals are said in. */
export interface Call<S extends z.ZodType, T> {
  readonly schema: S
  readonly perform: (message: z.output<S>) => Outcome<T> | Promise<Outcome<T>>
  readonly voiceOf: (message: z.output<S> | undefined) => Voice
  /** Told of a bug of ours; the caller only hears `internal`. */
  readonly report: (problem: unknown) => void
}

/** Parses a message, performs the call and puts what it came to into words. Never throws: what goes wrong is an answer too. */
export async function answering<S extends z.ZodType, T>(message: unknown, call: Call<S, T>): Promise<Answer<T>> {
  let parsed: z.output<S> | undefined
  try {
    const refusal = refusalOfMessage(message)
    if (refusal !== undefined) return { ok: false, error: answerError(refusal, call.voiceOf(undefined)) }
    const result = call.schema.safeParse(message)
    if (!result.success) return { ok: false, error: answerError(refusalOfIssues(result.error, message), call.voiceOf(undefined)) }
    parsed = result.data
    const outcome = await call.perform(result.data)
    return outcome.ok ? outcome : { ok: false, error: answerError(outcome.refusal, call.voiceOf(parsed)) }
  } catch (problem) {
    call.report(problem)
    return { ok: false, error: answerError({ code: 'internal', params: {} }, call.voiceOf(parsed)) }
  }
}
