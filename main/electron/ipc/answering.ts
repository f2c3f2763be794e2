import type { z } from 'zod'
import type { Answer, AnswerError } from '../../../shared/api/answers.ts'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import type { Voice } from '../../../shared/words/say.ts'
import type { Outcome } from '../../answers/outcome.ts'
import { refusalOfIssues } from '../../answers/parse-refusal.ts'
import { answerError } from '../../answers/refusal-answer.ts'
import { refusalOfProblem } from '../../answers/refusal-of-problem.ts'
import { refusalOfMessage } from './plain-message.ts'

/** A call over the bridge: its message's schema, its handler, and the voice for its refusals. */
export interface Call<S extends z.ZodType, T> {
  readonly schema: S
  readonly perform: (message: z.output<S>) => Outcome<T> | Promise<Outcome<T>>
  readonly voiceOf: (message: z.output<S> | undefined) => Voice
  /** Reports a bug in Escrowbook; the caller only gets `internal`. */
  readonly report: (problem: unknown) => void
}

/**
 * Parses a message, performs the call and puts the outcome into words. Never throws: errors become
 * answers too.
 */
export async function answering<S extends z.ZodType, T>(message: unknown, call: Call<S, T>): Promise<Answer<T>> {
  let parsed: z.output<S> | undefined
  const refused = (refusal: Refusal): { ok: false; error: AnswerError } => ({
    ok: false,
    error: answerError(refusal, call.voiceOf(parsed), nameOf(message)),
  })
  try {
    const refusal = refusalOfMessage(message)
    if (refusal !== undefined) return refused(refusal)
    const result = call.schema.safeParse(message)
    if (!result.success) return refused(refusalOfIssues(result.error, message))
    parsed = result.data
    const outcome = await call.perform(result.data)
    return outcome.ok ? outcome : refused(outcome.refusal)
  } catch (problem) {
    const refusal = refusalOfProblem(problem)
    if (refusal !== undefined) return refused(refusal)
    call.report(problem)
    return refused({ code: 'internal', params: {} })
  }
}

/**
 * The name of the command or query in a message; for a preview, that of its command. Undefined if
 * it has none.
 */
function nameOf(message: unknown): string | undefined {
  const name = typeOf(message)
  return name === 'preview' && typeof message === 'object' && message !== null && 'command' in message
    ? typeOf(message.command)
    : name
}

function typeOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined
  return typeof message.type === 'string' ? message.type : undefined
}
